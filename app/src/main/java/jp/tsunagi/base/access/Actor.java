package jp.tsunagi.base.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Scope;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;

/** Who acts. Each kind has its own rule of what it may read; nothing runs without an actor. */
public sealed interface Actor extends Scope {

  /** What the trace calls this actor. */
  String name();

  @Override
  default List<AssignmentId> assignments() {
    return List.of();
  }

  @Override
  default List<OrganisationId> organisations() {
    return List.of();
  }

  /** The actor a transaction runs for. */
  static Actor of(Tx tx) {
    return (Actor) tx.scope();
  }

  /** A staff member under all assignments that are current today. */
  record Staff(TenantId tenant, StaffId staff, AccountId account, String name, List<Seat> seats)
      implements Actor {
    public Staff {
      seats = List.copyOf(seats);
    }

    @Override
    public Optional<TenantId> tenantId() {
      return Optional.of(tenant);
    }

    @Override
    public String kind() {
      return "STAFF";
    }

    @Override
    public Optional<UUID> id() {
      return Optional.of(staff.value());
    }

    @Override
    public List<AssignmentId> assignments() {
      return reading().map(Seat::assignment).toList();
    }

    @Override
    public List<OrganisationId> organisations() {
      return reading().map(Seat::organisation).distinct().toList();
    }

    /** The seats from which anything may be read. */
    public Stream<Seat> reading() {
      return seats.stream().filter(Seat::reads);
    }

    /** The seats that confirm receipts of handovers. */
    public List<Seat> receiving() {
      return seats.stream().filter(Seat::receives).toList();
    }

    /** The seats whose holder answers for the place. */
    public List<Seat> heading() {
      return seats.stream().filter(Seat::heads).toList();
    }

    /** The seats that have a right. */
    public List<Seat> with(Right right) {
      return seats.stream().filter(seat -> seat.may(right)).toList();
    }

    public boolean may(Right right) {
      return seats.stream().anyMatch(seat -> seat.may(right));
    }

    /** The seat at an organisation that fits, if there is one. */
    public Optional<Seat> at(OrganisationId organisation, Predicate<Seat> fits) {
      return seats.stream()
          .filter(seat -> seat.organisation().equals(organisation) && fits.test(seat))
          .findFirst();
    }
  }

  /** A guardian, for every child of whom he or she is one. */
  record Guardian(TenantId tenant, GuardianId guardian, AccountId account, String name)
      implements Actor {
    @Override
    public Optional<TenantId> tenantId() {
      return Optional.of(tenant);
    }

    @Override
    public String kind() {
      return "GUARDIAN";
    }

    @Override
    public Optional<UUID> id() {
      return Optional.of(guardian.value());
    }
  }

  /** The program's own work, named. It sees its whole municipality and shows nothing to anybody. */
  record Job(TenantId tenant, String name) implements Actor {
    @Override
    public Optional<TenantId> tenantId() {
      return Optional.of(tenant);
    }

    @Override
    public String kind() {
      return "JOB";
    }

    @Override
    public Optional<UUID> id() {
      return Optional.empty();
    }
  }

  /** Somebody who has not shown yet who it is: sees accounts, no municipality's rows. */
  record Login() implements Actor {
    @Override
    public String name() {
      return "login";
    }

    @Override
    public Optional<TenantId> tenantId() {
      return Optional.empty();
    }

    @Override
    public String kind() {
      return "LOGIN";
    }

    @Override
    public Optional<UUID> id() {
      return Optional.empty();
    }
  }
}
