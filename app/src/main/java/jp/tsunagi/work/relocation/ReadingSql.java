package jp.tsunagi.work.relocation;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.AUDIT_EVENT;
import static jp.tsunagi.schema.Tables.AUDIT_SUBJECT;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ISSUE;
import static jp.tsunagi.schema.Tables.ISSUE_PART;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.SHEET_STEP;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Grant;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.record.law.Untold;
import jp.tsunagi.record.print.IssueNumber;
import jp.tsunagi.record.sheet.Sheet;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Who has read a sheet, from the trace, and what was printed of it. */
final class ReadingSql {
  private static final List<String> SHOWING =
      Stream.of(
              Action.VIEW_SHEET,
              Action.VIEW_FILE,
              Action.VIEW_REASON,
              Action.PRINT,
              Action.EXPORT,
              Action.VIEW_CHILD)
          .map(Enum::name)
          .toList();

  private ReadingSql() {}

  /**
   * A reading.
   *
   * @param relation of the guardian who read, empty for staff
   * @param page the child's page, on which a line of it may have stood
   */
  record Reading(
      LocalDate day,
      Optional<OrganisationId> organisation,
      String place,
      String post,
      Optional<String> relation,
      String action,
      boolean page) {}

  /** A print or file, its bytes kept. */
  record Printed(String number, LocalDate day, OrganisationId at, String place) {}

  /**
   * What the actor is told: all readings but the actor's own, latest first. Those that a person of
   * age let somebody of the family do tell of the showing, which is the hubs' alone.
   */
  static List<Reading> told(Tx tx, Sheet sheet, Collection<ItemId> items) {
    boolean hub = Actor.of(tx) instanceof Actor.Staff staff && staff.may(Right.INTAKE);
    return of(
        tx,
        sheet,
        items,
        hub
            ? DSL.noCondition()
            : AUDIT_EVENT.GROUND.isDistinctFrom(Grant.GroundKind.PERSON.name()));
  }

  private static List<Reading> of(Tx tx, Sheet sheet, Collection<ItemId> items, Condition which) {
    UUID self = Actor.of(tx).id().orElseThrow();
    return RelocationSql.alone(
        tx,
        () -> {
          Set<ItemId> shown = new HashSet<>(items);
          shown.addAll(entries(tx, sheet.child(), items));
          OffsetDateTime begun = steps(tx, sheet, false);
          OffsetDateTime open = steps(tx, sheet, true);
          Condition exact =
              AUDIT_EVENT
                  .DETAIL
                  .eq(Trace.detail("sheet " + sheet.id()))
                  .or(AUDIT_EVENT.ITEM_ID.in(shown));
          Condition page =
              open == null
                  ? DSL.falseCondition()
                  : AUDIT_EVENT
                      .ACTION
                      .eq(Action.VIEW_CHILD.name())
                      .and(AUDIT_EVENT.PURPOSE.isNull())
                      .and(AUDIT_SUBJECT.AT.ge(open));
          return tx.sql()
              .select(AUDIT_EVENT.AT, AUDIT_EVENT.ACTION, AUDIT_EVENT.ORGANISATION_ID)
              .select(ORGANISATION.NAME, POST.KIND, GUARDIANSHIP.RELATION)
              .select(AUDIT_EVENT.ACTOR_KIND)
              .from(AUDIT_SUBJECT)
              .join(AUDIT_EVENT)
              .on(AUDIT_EVENT.TENANT_ID.eq(tx.tenant()))
              .and(AUDIT_EVENT.AT.eq(AUDIT_SUBJECT.AT))
              .and(AUDIT_EVENT.EVENT_ID.eq(AUDIT_SUBJECT.EVENT_ID))
              .leftJoin(ORGANISATION)
              .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
              .and(ORGANISATION.ORGANISATION_ID.eq(AUDIT_EVENT.ORGANISATION_ID))
              .leftJoin(ASSIGNMENT)
              .on(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
              .and(ASSIGNMENT.ASSIGNMENT_ID.eq(AUDIT_EVENT.ASSIGNMENT_ID))
              .leftJoin(POST)
              .on(POST.TENANT_ID.eq(tx.tenant()))
              .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
              .leftJoin(GUARDIANSHIP)
              .on(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
              .and(GUARDIANSHIP.CHILD_ID.eq(AUDIT_SUBJECT.CHILD_ID))
              .and(GUARDIANSHIP.GUARDIAN_ID.coerce(UUID.class).eq(AUDIT_EVENT.ACTOR_ID))
              .where(AUDIT_SUBJECT.TENANT_ID.eq(tx.tenant()))
              .and(AUDIT_SUBJECT.CHILD_ID.eq(sheet.child()))
              .and(AUDIT_SUBJECT.AT.ge(begun))
              .and(AUDIT_EVENT.ACTION.in(SHOWING))
              .and(AUDIT_EVENT.ACTOR_KIND.in("STAFF", "GUARDIAN"))
              .and(AUDIT_EVENT.ACTOR_ID.ne(self))
              .and(exact.or(page))
              .and(Untold.not(tx))
              .and(which)
              .orderBy(AUDIT_EVENT.AT.desc(), AUDIT_EVENT.EVENT_ID)
              .fetch(ReadingSql::reading);
        });
  }

  private static Reading reading(Record row) {
    String place = row.get(ORGANISATION.NAME);
    String post = row.get(POST.KIND);
    boolean family = row.get(AUDIT_EVENT.ACTOR_KIND).equals("GUARDIAN");
    String relation = row.get(GUARDIANSHIP.RELATION);
    return new Reading(
        row.get(AUDIT_EVENT.AT).atZoneSameInstant(ActingClock.JAPAN).toLocalDate(),
        Optional.ofNullable(row.get(AUDIT_EVENT.ORGANISATION_ID)),
        place == null ? "" : place,
        post == null ? "" : post,
        family ? Optional.of(relation == null ? "" : relation) : Optional.empty(),
        row.get(AUDIT_EVENT.ACTION),
        row.get(AUDIT_EVENT.ACTION).equals(Action.VIEW_CHILD.name()));
  }

  /** When it was begun; or since when anybody but its writers could see it, null for nobody. */
  private static @Nullable OffsetDateTime steps(Tx tx, Sheet sheet, boolean open) {
    return tx.sql()
        .select(min(SHEET_STEP.AT))
        .from(SHEET_STEP)
        .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_STEP.SHEET_ID.eq(sheet.id()))
        .and(
            open
                ? SHEET_STEP.STEP.in("SENT_TO_GUARDIAN", "CONFIRMED", "FINISHED")
                : DSL.trueCondition())
        .fetchSingle()
        .value1();
  }

  private static List<ItemId> entries(Tx tx, ChildId child, Collection<ItemId> items) {
    return tx.sql()
        .selectDistinct(ISSUE.ITEM_ID)
        .from(ISSUE)
        .where(ISSUE.TENANT_ID.eq(tx.tenant()))
        .and(ISSUE.CHILD_ID.eq(child))
        .and(ISSUE.ISSUE_ID.in(papers(tx, items)))
        .fetch(ISSUE.ITEM_ID);
  }

  private static org.jooq.Select<org.jooq.Record1<jp.tsunagi.base.database.IssueId>> papers(
      Tx tx, Collection<ItemId> items) {
    return select(ISSUE_PART.ISSUE_ID)
        .from(ISSUE_PART)
        .where(ISSUE_PART.TENANT_ID.eq(tx.tenant()))
        .and(ISSUE_PART.ITEM_ID.in(items));
  }

  /** Prints and files of it, latest first. */
  static List<Printed> printed(Tx tx, Sheet sheet, Collection<ItemId> items) {
    return RelocationSql.alone(
        tx,
        () ->
            new ArrayList<>(
                tx.sql()
                    .select(
                        ISSUE.FISCAL_YEAR,
                        ISSUE.NUMBER,
                        ISSUE.ISSUED_AT,
                        ISSUE.RECEIVER_ID,
                        ISSUE.RECEIVER_NAME)
                    .from(ISSUE)
                    .where(ISSUE.TENANT_ID.eq(tx.tenant()))
                    .and(ISSUE.CHILD_ID.eq(sheet.child()))
                    .and(ISSUE.ISSUE_ID.in(papers(tx, items)))
                    .and(ISSUE.RECEIVER_ID.isNotNull())
                    .orderBy(ISSUE.ISSUED_AT.desc())
                    .fetch(row ->
                        new Printed(
                            new IssueNumber(new FiscalYear(row.value1()), row.value2()).text(),
                            row.value3().atZoneSameInstant(ActingClock.JAPAN).toLocalDate(),
                            row.value4(),
                            row.value5()))));
  }

  /** The places that the actor knows to deal with the child: of others no name is told. */
  static Set<OrganisationId> known(Tx tx, ChildId child) {
    Set<OrganisationId> known = new HashSet<>(tx.scope().organisations());
    var place = INVOLVEMENT.ORGANISATION_ID.coerce(UUID.class);
    known.addAll(
        tx.sql()
            .selectDistinct(INVOLVEMENT.ORGANISATION_ID)
            .from(INVOLVEMENT)
            .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
            .and(INVOLVEMENT.CHILD_ID.eq(child))
            .and(
                Readable.fact(
                        tx, Category.INVOLVEMENT, INVOLVEMENT.CHILD_ID, place, "profile/supporters")
                    .or(
                        INVOLVEMENT
                            .KIND
                            .eq("ENROLMENT")
                            .and(Readable.place(tx, INVOLVEMENT.CHILD_ID, place))))
            .fetch(INVOLVEMENT.ORGANISATION_ID));
    return known;
  }

  /** Whether anybody of the family has seen it, on a screen or on the paper it answered. */
  static boolean familySaw(Tx tx, Sheet sheet, Collection<ItemId> items) {
    return of(tx, sheet, items, DSL.noCondition()).stream()
            .anyMatch(one -> one.relation().isPresent() && !one.page())
        || RelocationSql.alone(
            tx,
            () ->
                tx.sql()
                    .fetchExists(
                        selectOne()
                            .from(SHEET_STEP)
                            .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
                            .and(SHEET_STEP.SHEET_ID.eq(sheet.id()))
                            .and(SHEET_STEP.STEP.in("CONFIRMED", "DISAGREED", "ASKED_TO_TALK"))));
  }
}
