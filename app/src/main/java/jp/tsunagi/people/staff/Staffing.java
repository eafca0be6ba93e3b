package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ASSIGNED_CHILD;
import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.STAFF;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.PostId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Staff, posts and assignments. Whatever changes an assignment is told upwards at once. */
@Component
public final class Staffing {
  private final ApplicationEventPublisher events;

  Staffing(ApplicationEventPublisher events) {
    this.events = events;
  }

  /** An assignment began, changed or ended; who it reaches must be worked out again, now. */
  public record AssignmentChanged(Tx tx, AssignmentId assignment) {}

  /**
   * Adds a staff member.
   *
   * @param pledgedOn day the confidentiality pledge was put on file; without it nothing is read
   */
  public StaffId add(
      Tx tx, String name, String kana, Optional<AccountId> account, Optional<LocalDate> pledgedOn) {
    return add(tx, StaffId.create(), name, kana, account, pledgedOn);
  }

  StaffId add(
      Tx tx,
      StaffId id,
      String name,
      String kana,
      Optional<AccountId> account,
      Optional<LocalDate> pledgedOn) {
    tx.sql()
        .insertInto(STAFF)
        .set(STAFF.TENANT_ID, tx.tenant())
        .set(STAFF.STAFF_ID, id)
        .set(STAFF.NAME, name)
        .set(STAFF.KANA, kana)
        .set(STAFF.ACCOUNT_ID, account.orElse(null))
        .set(STAFF.PLEDGE_ON, pledgedOn.orElse(null))
        .execute();
    account.ifPresent(
        login -> Accounts.addMembership(tx, login, Membership.Kind.STAFF, id.value()));
    return id;
  }

  /** The post of that kind at the organisation; made with its usual ceiling and rights if new. */
  public PostId post(Tx tx, OrganisationId organisation, PostKind kind) {
    return tx.sql()
        .select(POST.POST_ID)
        .from(POST)
        .where(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.ORGANISATION_ID.eq(organisation))
        .and(POST.KIND.eq(kind.name()))
        .fetchOptional(POST.POST_ID)
        .orElseGet(() -> addPost(tx, organisation, kind));
  }

  private static PostId addPost(Tx tx, OrganisationId organisation, PostKind kind) {
    PostId id = PostId.create();
    tx.sql()
        .insertInto(POST)
        .set(POST.TENANT_ID, tx.tenant())
        .set(POST.POST_ID, id)
        .set(POST.ORGANISATION_ID, organisation)
        .set(POST.KIND, kind.name())
        .set(POST.REACH, kind.reach().name())
        .set(POST.CEILING, names(kind.ceiling()))
        .set(POST.RIGHTS, names(kind.rights()))
        .execute();
    return id;
  }

  private static String[] names(java.util.Collection<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  /**
   * Puts a staff member at a post, for the program's own setting up: it holds at once. What an
   * administrator asks for is {@link #propose proposed}.
   *
   * @param to first day it no longer holds; empty: until further notice
   */
  public AssignmentId assign(
      Tx tx,
      StaffId staff,
      PostId post,
      Optional<ClassId> schoolClass,
      LocalDate from,
      Optional<LocalDate> to) {
    AssignmentId id = AssignmentId.create();
    propose(tx, id, staff, post, schoolClass, from, to);
    hold(tx, id);
    return id;
  }

  /** Puts on record that somebody is to hold a post. Nothing is read by it until it holds. */
  void propose(
      Tx tx,
      AssignmentId id,
      StaffId staff,
      PostId post,
      Optional<ClassId> schoolClass,
      LocalDate from,
      Optional<LocalDate> to) {
    tx.sql()
        .insertInto(ASSIGNMENT)
        .set(ASSIGNMENT.TENANT_ID, tx.tenant())
        .set(ASSIGNMENT.ASSIGNMENT_ID, id)
        .set(ASSIGNMENT.STAFF_ID, staff)
        .set(ASSIGNMENT.POST_ID, post)
        .set(ASSIGNMENT.CLASS_ID, schoolClass.orElse(null))
        .set(ASSIGNMENT.VALID_FROM, from)
        .set(ASSIGNMENT.VALID_TO, to.orElse(null))
        .execute();
  }

  /** An assignment holds from its first day on, from today where that has passed. */
  void holdFromToday(Tx tx, AssignmentId assignment) {
    hold(tx, assignment, DSL.greatest(ASSIGNMENT.VALID_FROM, DSL.val(tx.today())));
  }

  /** An assignment holds as long as it says. */
  private void hold(Tx tx, AssignmentId assignment) {
    hold(tx, assignment, ASSIGNMENT.VALID_FROM);
  }

  private void hold(Tx tx, AssignmentId assignment, Field<LocalDate> from) {
    tx.sql()
        .update(ASSIGNMENT)
        .set(ASSIGNMENT.HOLDS_FROM, from)
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.ASSIGNMENT_ID.eq(assignment))
        .execute();
    events.publishEvent(new AssignmentChanged(tx, assignment));
  }

  /** A colleague stands in for somebody: with the same post and class, for these days. */
  void standIn(Tx tx, AssignmentId id, StaffId staff, AssignmentId absent, Period days) {
    tx.sql()
        .insertInto(
            ASSIGNMENT,
            ASSIGNMENT.TENANT_ID,
            ASSIGNMENT.ASSIGNMENT_ID,
            ASSIGNMENT.STAFF_ID,
            ASSIGNMENT.POST_ID,
            ASSIGNMENT.CLASS_ID,
            ASSIGNMENT.VALID_FROM,
            ASSIGNMENT.VALID_TO,
            ASSIGNMENT.STANDS_IN_FOR)
        .select(
            DSL.select(
                    ASSIGNMENT.TENANT_ID,
                    DSL.val(id, ASSIGNMENT.ASSIGNMENT_ID),
                    DSL.val(staff, ASSIGNMENT.STAFF_ID),
                    ASSIGNMENT.POST_ID,
                    ASSIGNMENT.CLASS_ID,
                    DSL.val(days.from()),
                    DSL.val(days.to(), ASSIGNMENT.VALID_TO),
                    DSL.val(absent.value()))
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
                .and(ASSIGNMENT.ASSIGNMENT_ID.eq(absent)))
        .execute();
    hold(tx, id);
  }

  /** Ends what runs on the day before {@code to}; what would begin from then on never was. */
  void cut(Tx tx, HeldPost held, LocalDate to) {
    if (held.period().from().isBefore(to)) {
      end(tx, held.id(), to);
    } else {
      EndAssignment.withdraw(tx, held.id());
    }
  }

  /** Ends an assignment with the day before {@code to}, and whoever stands in for it. */
  public void end(Tx tx, AssignmentId assignment, LocalDate to) {
    SubstituteSql.of(tx, assignment).stream()
        .filter(one -> one.period().lastDay().filter(to::isAfter).isEmpty())
        .forEach(one -> cut(tx, one, to));
    tx.sql()
        .update(ASSIGNMENT)
        .set(ASSIGNMENT.VALID_TO, to)
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.ASSIGNMENT_ID.eq(assignment))
        .execute();
    events.publishEvent(new AssignmentChanged(tx, assignment));
  }

  /** Gives somebody of a made-up city a PIN; others set their own. */
  public static void givePin(Tx tx, StaffId staff, String hash) {
    PinSql.put(tx, staff, hash);
  }

  /** The places at which somebody holds a post today. */
  static List<OrganisationId> places(Tx tx, StaffId staff) {
    return tx.sql()
        .selectDistinct(POST.ORGANISATION_ID)
        .from(ASSIGNMENT)
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.STAFF_ID.eq(staff))
        .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
        .fetch(POST.ORGANISATION_ID);
  }

  /** Gives children to one staff member by name (担当児), beside those of the class. */
  public void giveChildren(
      Tx tx,
      AssignmentId assignment,
      Collection<ChildId> children,
      LocalDate from,
      Optional<LocalDate> to) {
    for (ChildId child : children) {
      tx.sql()
          .insertInto(ASSIGNED_CHILD)
          .set(ASSIGNED_CHILD.TENANT_ID, tx.tenant())
          .set(ASSIGNED_CHILD.ASSIGNMENT_ID, assignment)
          .set(ASSIGNED_CHILD.CHILD_ID, child)
          .set(ASSIGNED_CHILD.VALID_FROM, from)
          .set(ASSIGNED_CHILD.VALID_TO, to.orElse(null))
          .set(ASSIGNED_CHILD.GIVEN_BY, tx.scope().id().orElse(null))
          .set(ASSIGNED_CHILD.GIVEN_AT, tx.now().atOffset(ZoneOffset.UTC))
          .onConflictDoNothing()
          .execute();
    }
    events.publishEvent(new AssignmentChanged(tx, assignment));
  }

  /**
   * The children are given to that staff member by name no longer; what was to begin from that day
   * on never was.
   *
   * @param to first day it no longer holds
   */
  public void endChildren(
      Tx tx, AssignmentId assignment, Collection<ChildId> children, LocalDate to) {
    Condition which =
        ASSIGNED_CHILD
            .TENANT_ID
            .eq(tx.tenant())
            .and(ASSIGNED_CHILD.ASSIGNMENT_ID.eq(assignment))
            .and(ASSIGNED_CHILD.CHILD_ID.in(children));
    tx.sql()
        .deleteFrom(ASSIGNED_CHILD)
        .where(which)
        .and(ASSIGNED_CHILD.VALID_FROM.ge(to))
        .execute();
    tx.sql()
        .update(ASSIGNED_CHILD)
        .set(ASSIGNED_CHILD.VALID_TO, to)
        .set(ASSIGNED_CHILD.ENDED_BY, tx.scope().id().orElse(null))
        .set(ASSIGNED_CHILD.ENDED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .where(which)
        .and(ASSIGNED_CHILD.VALID_TO.isNull().or(ASSIGNED_CHILD.VALID_TO.gt(to)))
        .execute();
    events.publishEvent(new AssignmentChanged(tx, assignment));
  }

  /** The child goes, and nobody has it by name any more. */
  public static void forget(Tx tx, ChildId child) {
    tx.sql()
        .deleteFrom(ASSIGNED_CHILD)
        .where(ASSIGNED_CHILD.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNED_CHILD.CHILD_ID.eq(child))
        .execute();
  }
}
