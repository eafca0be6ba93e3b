package jp.tsunagi.run.scenario;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Contacts;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.involvement.Involvements.Involvement;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.work.programme.Programmes;
import org.springframework.stereotype.Component;

/** Plays enrolments, programmes and their ends. */
@Component
final class PlayInvolvement {
  private final Involvements involvements;
  private final Organisations organisations;
  private final Programmes programmes;
  private final Contacts contacts;

  PlayInvolvement(
      Involvements involvements,
      Organisations organisations,
      Programmes programmes,
      Contacts contacts) {
    this.involvements = involvements;
    this.organisations = organisations;
    this.programmes = programmes;
    this.contacts = contacts;
  }

  /** A second enrolment at the same place is a change of class, unless the first one has ended. */
  void enrol(Tx tx, Child child, Act.Enrol act, PlayedTown town) {
    ChildId id = town.child(child);
    OrganisationId organisation = town.organisation(act.organisation());
    Period period = act.period().period();
    Involvement enrolment =
        running(tx, id, organisation, period.from())
            .orElseGet(() -> open(tx, id, organisation, period));
    if (town.takesCard(child, organisation)) {
      child
          .guardians()
          .forEach(one -> contacts.add(tx, id, organisation, contact(one, tx.today())));
    }
    String name = act.schoolClass();
    if (name != null) {
      FiscalYear year = FiscalYear.of(period.from());
      var room = organisations.putClass(tx, organisation, year.year(), name);
      Period inClass = period.intersect(year.period()).orElse(period);
      involvements.place(tx, enrolment, room, Optional.empty(), inClass);
    }
    if (period.to() != null && !period.to().equals(enrolment.period().to())) {
      involvements.end(tx, enrolment, period.to());
    }
  }

  private Involvement open(Tx tx, ChildId child, OrganisationId organisation, Period period) {
    involvements.open(tx, child, organisation, kind(tx, organisation), period);
    return running(tx, child, organisation, period.from()).orElseThrow();
  }

  /** A day service is used, it is no place where one is enrolled. */
  private InvolvementKind kind(Tx tx, OrganisationId organisation) {
    boolean service =
        organisations
            .find(tx, organisation)
            .filter(one -> one.kind() == OrganisationKind.DAY_SERVICE)
            .isPresent();
    return service ? InvolvementKind.PROVISION : InvolvementKind.ENROLMENT;
  }

  /** What the family writes on the card that the place asks for at the entry. */
  private static Contacts.Contact contact(Guardian one, LocalDate on) {
    return new Contacts.Contact(
        one.name(),
        one.relation(),
        one.phone(),
        one.order(),
        Optional.ofNullable(one.when()),
        Optional.empty(),
        on);
  }

  /** The enrolment that runs on the day, or begins within it when a handover opened it ahead. */
  private Optional<Involvement> running(
      Tx tx, ChildId child, OrganisationId organisation, LocalDate day) {
    return involvements.of(tx, child).stream()
        .filter(one ->
            one.organisation().equals(organisation)
                && one.kind() == kind(tx, organisation)
                && one.period().contains(day))
        .findFirst();
  }

  void join(Tx tx, Child child, Act.Join act, PlayedTown town) {
    var programme = PlayedTown.known(town.programmes, act.programme());
    FiscalYear year = new FiscalYear(act.fiscalYear());
    LocalDate from = act.from() == null ? act.date() : act.from();
    LocalDate first = from.isBefore(year.start()) ? year.start() : from;
    programmes.join(tx, programme, town.child(child), first, Optional.of(town.staff(act.by())));
  }

  void leave(Tx tx, Child child, Act.Leave act, PlayedTown town) {
    ChildId id = town.child(child);
    LocalDate to = act.date().plusDays(1);
    String programme = act.programme();
    String organisation = act.organisation();
    if (programme != null) {
      programmes.leave(tx, PlayedTown.known(town.programmes, programme), id, to);
    } else if (organisation != null) {
      end(tx, id, Optional.of(town.organisation(organisation)), to);
    } else {
      end(tx, id, Optional.empty(), to);
    }
  }

  void moveOut(Tx tx, Child child, Act.MoveOut act, PlayedTown town) {
    end(tx, town.child(child), Optional.empty(), act.date().plusDays(1));
  }

  /** Ends what runs: at one organisation, or everywhere. */
  private void end(Tx tx, ChildId child, Optional<OrganisationId> at, LocalDate to) {
    involvements.of(tx, child).stream()
        .filter(one -> at.map(one.organisation()::equals).orElse(true))
        .filter(one -> one.period().contains(to) && one.period().from().isBefore(to))
        .forEach(one -> involvements.end(tx, one, to));
  }
}
