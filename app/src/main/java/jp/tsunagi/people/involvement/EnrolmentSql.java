package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.CLASS_PLACE;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.INVOLVEMENT_END;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.ORGANISATION_CLASS;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.REACH;
import static jp.tsunagi.schema.Tables.STAFF;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.or;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.InvolvementId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.Involvements.Involvement;
import jp.tsunagi.people.organisation.Place;
import org.jooq.Condition;
import org.jooq.Field;

/** Reads who deals with a child, for those who may know, and who reaches it. */
final class EnrolmentSql {
  private static final Field<Boolean> RUNNING = field(REACH.KIND.eq("RUNNING"));

  private EnrolmentSql() {}

  /** An involvement as a list shows it; class and number are the last ones of an enrolment. */
  record Line(
      Involvement involvement,
      String organisation,
      Optional<String> className,
      Optional<Integer> number,
      Optional<EndReason> end) {}

  /** Involvements of the actor's own organisations, and others' where a consent opened them. */
  static List<Line> lines(Tx tx, Actor.Staff staff, ChildId child) {
    var lines =
        tx.sql()
            .select(
                INVOLVEMENT,
                Place.name(tx, INVOLVEMENT.CHILD_ID),
                Place.known(tx, INVOLVEMENT.CHILD_ID, ORGANISATION_CLASS.NAME),
                Place.known(tx, INVOLVEMENT.CHILD_ID, CLASS_PLACE.NUMBER),
                INVOLVEMENT_END.REASON)
            .from(INVOLVEMENT)
            .join(ORGANISATION)
            .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
            .and(ORGANISATION.ORGANISATION_ID.eq(INVOLVEMENT.ORGANISATION_ID))
            .leftJoin(CLASS_PLACE)
            .on(CLASS_PLACE.TENANT_ID.eq(tx.tenant()))
            .and(CLASS_PLACE.INVOLVEMENT_ID.eq(INVOLVEMENT.INVOLVEMENT_ID))
            .leftJoin(ORGANISATION_CLASS)
            .on(ORGANISATION_CLASS.TENANT_ID.eq(tx.tenant()))
            .and(ORGANISATION_CLASS.CLASS_ID.eq(CLASS_PLACE.CLASS_ID))
            .leftJoin(INVOLVEMENT_END)
            .on(INVOLVEMENT_END.TENANT_ID.eq(tx.tenant()))
            .and(INVOLVEMENT_END.INVOLVEMENT_ID.eq(INVOLVEMENT.INVOLVEMENT_ID))
            .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
            .and(INVOLVEMENT.CHILD_ID.eq(child))
            .and(Readable.child(tx, INVOLVEMENT.CHILD_ID))
            .and(known(tx, staff, INVOLVEMENT.ORGANISATION_ID, INVOLVEMENT.CHILD_ID))
            .orderBy(
                INVOLVEMENT.VALID_FROM.desc(),
                INVOLVEMENT.INVOLVEMENT_ID,
                CLASS_PLACE.VALID_FROM.desc())
            .fetch(row -> {
              var one = row.value1();
              return new Line(
                  new Involvement(
                      one.getInvolvementId(),
                      one.getChildId(),
                      one.getOrganisationId(),
                      InvolvementKind.valueOf(one.getKind()),
                      new Period(one.getValidFrom(), one.getValidTo())),
                  row.value2(),
                  Optional.ofNullable(row.value3()),
                  Optional.ofNullable(row.value4()),
                  Optional.ofNullable(row.value5()).map(EndReason::valueOf));
            });
    return latest(lines);
  }

  /** Of several places of one enrolment the last. */
  private static List<Line> latest(List<Line> lines) {
    java.util.Set<InvolvementId> seen = new java.util.HashSet<>();
    return lines.stream().filter(line -> seen.add(line.involvement().id())).toList();
  }

  /** Own organisation, or category INVOLVEMENT opened to a seat. */
  private static Condition known(
      Tx tx, Actor.Staff staff, Field<OrganisationId> organisation, Field<ChildId> child) {
    return or(
        Stream.concat(
                Stream.of(organisation.in(staff.organisations())),
                staff
                    .reading()
                    .map(seat ->
                        Readable.opened(
                            tx,
                            child,
                            seat,
                            Category.INVOLVEMENT,
                            organisation.coerce(UUID.class))))
            .toList());
  }

  /** Somebody who reaches the child today. */
  record Reaching(
      String organisation,
      String post,
      StaffId staff,
      String name,
      boolean running,
      Optional<String> insteadOf) {}

  /** The posts that reach the child today, as far as their organisations are known by name. */
  static List<Reaching> reaching(Tx tx, Actor.Staff staff, ChildId child) {
    var relieved = ASSIGNMENT.as("relieved");
    var absent = STAFF.as("absent");
    return tx.sql()
        .select(ORGANISATION.NAME, POST.KIND, STAFF.STAFF_ID, STAFF.NAME, RUNNING, absent.NAME)
        .from(REACH)
        .join(ASSIGNMENT)
        .on(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.ASSIGNMENT_ID.eq(REACH.ASSIGNMENT_ID))
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(POST.ORGANISATION_ID))
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(ASSIGNMENT.STAFF_ID))
        .leftJoin(relieved)
        .on(relieved.TENANT_ID.eq(tx.tenant()))
        .and(relieved.ASSIGNMENT_ID.eq(ASSIGNMENT.STANDS_IN_FOR.coerce(ASSIGNMENT.ASSIGNMENT_ID)))
        .leftJoin(absent)
        .on(absent.TENANT_ID.eq(tx.tenant()))
        .and(absent.STAFF_ID.eq(relieved.STAFF_ID))
        .where(REACH.TENANT_ID.eq(tx.tenant()))
        .and(REACH.CHILD_ID.eq(child))
        .and(REACH.VALID_FROM.le(tx.today()))
        .and(REACH.VALID_TO.gt(tx.today()))
        .and(REACH.KIND.in("RUNNING", "AFTER"))
        .and(Readable.child(tx, REACH.CHILD_ID))
        .and(known(tx, staff, POST.ORGANISATION_ID, REACH.CHILD_ID))
        .and(Place.unnamed(tx, REACH.CHILD_ID).isFalse())
        .orderBy(ORGANISATION.KANA, POST.KIND, STAFF.KANA, RUNNING.desc())
        .fetch(row ->
            new Reaching(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                Optional.ofNullable(row.value6())));
  }

  static void forgetEnd(Tx tx, Involvement involvement) {
    tx.sql()
        .deleteFrom(INVOLVEMENT_END)
        .where(INVOLVEMENT_END.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT_END.INVOLVEMENT_ID.eq(involvement.id()))
        .execute();
  }

  static void noteEnd(Tx tx, Involvement involvement, EndReason reason, Optional<String> note) {
    tx.sql()
        .insertInto(INVOLVEMENT_END)
        .set(INVOLVEMENT_END.TENANT_ID, tx.tenant())
        .set(INVOLVEMENT_END.INVOLVEMENT_ID, involvement.id())
        .set(INVOLVEMENT_END.CHILD_ID, involvement.child())
        .set(INVOLVEMENT_END.REASON, reason.name())
        .set(INVOLVEMENT_END.NOTE, note.orElse(null))
        .set(INVOLVEMENT_END.RECORDED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(INVOLVEMENT_END.RECORDED_BY, Actor.of(tx).id().orElse(null))
        .onConflict(INVOLVEMENT_END.TENANT_ID, INVOLVEMENT_END.INVOLVEMENT_ID)
        .doUpdate()
        .set(INVOLVEMENT_END.REASON, reason.name())
        .set(INVOLVEMENT_END.NOTE, note.orElse(null))
        .set(INVOLVEMENT_END.RECORDED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(INVOLVEMENT_END.RECORDED_BY, Actor.of(tx).id().orElse(null))
        .execute();
  }
}
