package jp.tsunagi.record.compartment;

import static jp.tsunagi.schema.Tables.AUDIT_EVENT;
import static jp.tsunagi.schema.Tables.AUDIT_SUBJECT;
import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static jp.tsunagi.schema.Tables.COMPARTMENT_MEMBER;
import static jp.tsunagi.schema.Tables.COMPARTMENT_NOTE;
import static jp.tsunagi.schema.Tables.GUARDIAN;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.STAFF;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.Text;
import jp.tsunagi.record.compartment.Compartment.Member;
import jp.tsunagi.record.compartment.Compartment.Note;
import jp.tsunagi.record.compartment.Compartment.Whom;
import org.jooq.Field;
import org.jooq.Record;

/** The compartments of a child, their named few, and what is written into them. */
final class CompartmentSql {
  private static final int LATEST = 50;

  private CompartmentSql() {}

  /** Those of a child that are open, of every place; the rule decides which the reader sees. */
  static List<Compartment> of(Tx tx, ChildId child) {
    Field<Boolean> member = field(Compartments.member(tx, COMPARTMENT.COMPARTMENT_ID)).as("named");
    return tx.sql()
        .select(COMPARTMENT.fields())
        .select(coalesce(STAFF.NAME, inline("")).as(STAFF.NAME), member)
        .from(COMPARTMENT)
        .leftJoin(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.coerce(UUID.class).eq(COMPARTMENT.OPENED_BY))
        .where(COMPARTMENT.TENANT_ID.eq(tx.tenant()))
        .and(COMPARTMENT.CHILD_ID.eq(child))
        .and(COMPARTMENT.CLOSED_AT.isNull())
        .and(Readable.child(tx, COMPARTMENT.CHILD_ID))
        .orderBy(COMPARTMENT.KIND.desc(), COMPARTMENT.OPENED_AT, COMPARTMENT.COMPARTMENT_ID)
        .fetch(row -> compartment(row, row.get(member)));
  }

  private static Compartment compartment(Record row, boolean member) {
    var is = row.into(COMPARTMENT);
    return new Compartment(
        is.getCompartmentId(),
        is.getChildId(),
        CompartmentKind.valueOf(is.getKind()),
        CompartmentReason.valueOf(is.getReason()),
        Optional.ofNullable(is.getNote()),
        is.getOrganisationId(),
        row.get(STAFF.NAME),
        is.getOpenedAt().toInstant(),
        member);
  }

  /** Of several who change the list at once one comes after the other. */
  static void hold(Tx tx, UUID compartment) {
    tx.sql()
        .selectOne()
        .from(COMPARTMENT)
        .where(COMPARTMENT.TENANT_ID.eq(tx.tenant()))
        .and(COMPARTMENT.COMPARTMENT_ID.eq(compartment))
        .forUpdate()
        .fetch();
  }

  /** Opens one; false where there is one already, or where that very form did so before. */
  static boolean add(Tx tx, Compartment one) {
    return tx.sql()
            .insertInto(COMPARTMENT)
            .set(COMPARTMENT.TENANT_ID, tx.tenant())
            .set(COMPARTMENT.COMPARTMENT_ID, one.id())
            .set(COMPARTMENT.CHILD_ID, one.child())
            .set(COMPARTMENT.KIND, one.kind().name())
            .set(COMPARTMENT.REASON, one.reason().name())
            .set(COMPARTMENT.NOTE, one.note().orElse(null))
            .set(COMPARTMENT.ORGANISATION_ID, one.organisation())
            .set(COMPARTMENT.OPENED_BY, Actor.of(tx).id().orElseThrow())
            .set(COMPARTMENT.OPENED_AT, now(tx))
            .onConflictDoNothing()
            .execute()
        > 0;
  }

  /** Ends it; false when somebody else was faster. */
  static boolean close(Tx tx, UUID compartment, String why) {
    return tx.sql()
            .update(COMPARTMENT)
            .set(COMPARTMENT.CLOSED_BY, Actor.of(tx).id().orElseThrow())
            .set(COMPARTMENT.CLOSED_AT, now(tx))
            .set(COMPARTMENT.CLOSED_NOTE, why)
            .where(COMPARTMENT.TENANT_ID.eq(tx.tenant()))
            .and(COMPARTMENT.COMPARTMENT_ID.eq(compartment))
            .and(COMPARTMENT.CLOSED_AT.isNull())
            .execute()
        > 0;
  }

  /** The named few of today, people first. */
  static List<Member> members(Tx tx, UUID compartment) {
    var adder = STAFF.as("adder");
    return tx.sql()
        .select(COMPARTMENT_MEMBER.fields())
        .select(STAFF.NAME, GUARDIAN.NAME, ORGANISATION.NAME, POST.KIND, adder.NAME)
        .from(COMPARTMENT_MEMBER)
        .leftJoin(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(COMPARTMENT_MEMBER.STAFF_ID))
        .leftJoin(GUARDIAN)
        .on(GUARDIAN.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIAN.GUARDIAN_ID.eq(COMPARTMENT_MEMBER.GUARDIAN_ID))
        .leftJoin(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(COMPARTMENT_MEMBER.POST_ID))
        .leftJoin(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(POST.ORGANISATION_ID))
        .leftJoin(adder)
        .on(adder.TENANT_ID.eq(tx.tenant()))
        .and(adder.STAFF_ID.coerce(UUID.class).eq(COMPARTMENT_MEMBER.ADDED_BY))
        .where(COMPARTMENT_MEMBER.TENANT_ID.eq(tx.tenant()))
        .and(COMPARTMENT_MEMBER.COMPARTMENT_ID.eq(compartment))
        .and(COMPARTMENT_MEMBER.ENDED_AT.isNull())
        .orderBy(
            COMPARTMENT_MEMBER.STAFF_ID.isNull(),
            COMPARTMENT_MEMBER.POST_ID.isNull(),
            COMPARTMENT_MEMBER.ADDED_AT,
            COMPARTMENT_MEMBER.MEMBER_ID)
        .fetch(row -> member(row, row.get(adder.NAME)));
  }

  private static Member member(Record row, String addedBy) {
    var is = row.into(COMPARTMENT_MEMBER);
    Whom whom =
        is.getStaffId() != null
            ? new Whom.Person(is.getStaffId())
            : is.getPostId() != null
                ? new Whom.Post(is.getPostId())
                : new Whom.Parent(is.getGuardianId());
    String name =
        switch (whom) {
          case Whom.Person _ -> row.get(STAFF.NAME);
          case Whom.Post _ ->
              row.get(ORGANISATION.NAME) + "\u3000" + Text.t("staff.post." + row.get(POST.KIND));
          case Whom.Parent _ -> row.get(GUARDIAN.NAME);
        };
    return new Member(is.getMemberId(), whom, name, addedBy, is.getAddedAt().toInstant());
  }

  /** Names somebody. */
  static void name(Tx tx, UUID compartment, UUID id, Whom whom) {
    tx.sql()
        .insertInto(COMPARTMENT_MEMBER)
        .set(COMPARTMENT_MEMBER.TENANT_ID, tx.tenant())
        .set(COMPARTMENT_MEMBER.COMPARTMENT_ID, compartment)
        .set(COMPARTMENT_MEMBER.MEMBER_ID, id)
        .set(COMPARTMENT_MEMBER.STAFF_ID, whom instanceof Whom.Person(var staff) ? staff : null)
        .set(COMPARTMENT_MEMBER.POST_ID, whom instanceof Whom.Post(var post) ? post : null)
        .set(
            COMPARTMENT_MEMBER.GUARDIAN_ID,
            whom instanceof Whom.Parent(var guardian) ? guardian : null)
        .set(COMPARTMENT_MEMBER.ADDED_BY, Actor.of(tx).id().orElseThrow())
        .set(COMPARTMENT_MEMBER.ADDED_AT, now(tx))
        .onConflictDoNothing()
        .execute();
  }

  /** Takes somebody out; false where that is done. */
  static boolean unname(Tx tx, UUID compartment, UUID member) {
    return tx.sql()
            .update(COMPARTMENT_MEMBER)
            .set(COMPARTMENT_MEMBER.ENDED_BY, Actor.of(tx).id().orElseThrow())
            .set(COMPARTMENT_MEMBER.ENDED_AT, now(tx))
            .where(COMPARTMENT_MEMBER.TENANT_ID.eq(tx.tenant()))
            .and(COMPARTMENT_MEMBER.COMPARTMENT_ID.eq(compartment))
            .and(COMPARTMENT_MEMBER.MEMBER_ID.eq(member))
            .and(COMPARTMENT_MEMBER.ENDED_AT.isNull())
            .execute()
        > 0;
  }

  /** The words of an entry whose item is on the spine. */
  static void write(Tx tx, ChildId child, UUID compartment, ItemId item, String words) {
    tx.sql()
        .insertInto(COMPARTMENT_NOTE)
        .set(COMPARTMENT_NOTE.TENANT_ID, tx.tenant())
        .set(COMPARTMENT_NOTE.ITEM_ID, item)
        .set(COMPARTMENT_NOTE.CHILD_ID, child)
        .set(COMPARTMENT_NOTE.COMPARTMENT_ID, compartment)
        .set(COMPARTMENT_NOTE.WORDS, words)
        .set(
            COMPARTMENT_NOTE.STAFF_ID,
            new jp.tsunagi.base.database.StaffId(Actor.of(tx).id().orElseThrow()))
        .set(COMPARTMENT_NOTE.WRITTEN_AT, now(tx))
        .execute();
  }

  /** The entries the reader may read, the latest first. */
  static List<Note> notes(Tx tx, UUID compartment) {
    return tx.sql()
        .select(COMPARTMENT_NOTE.WORDS, STAFF.NAME, COMPARTMENT_NOTE.WRITTEN_AT)
        .from(COMPARTMENT_NOTE)
        .join(ITEM)
        .on(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.CHILD_ID.eq(COMPARTMENT_NOTE.CHILD_ID))
        .and(ITEM.ITEM_ID.eq(COMPARTMENT_NOTE.ITEM_ID))
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(COMPARTMENT_NOTE.STAFF_ID))
        .where(COMPARTMENT_NOTE.TENANT_ID.eq(tx.tenant()))
        .and(COMPARTMENT_NOTE.COMPARTMENT_ID.eq(compartment))
        .and(Readable.item(tx))
        .orderBy(COMPARTMENT_NOTE.WRITTEN_AT.desc(), COMPARTMENT_NOTE.ITEM_ID.desc())
        .fetch(row -> new Note(row.value1(), row.value2(), row.value3().toInstant()));
  }

  /** What was done about one of them, the latest first: for the named few alone. */
  static List<Done> history(Tx tx, Compartment one) {
    return tx.as(new Actor.Job(tx.tenant(), "compartment"), () -> done(tx, one));
  }

  /** One row of the trace. */
  record Done(Instant at, String who, String action, Optional<String> purpose) {}

  private static List<Done> done(Tx tx, Compartment one) {
    return tx.sql()
        .select(AUDIT_EVENT.AT, AUDIT_EVENT.ACTOR_NAME, AUDIT_EVENT.ACTION, AUDIT_EVENT.PURPOSE)
        .from(AUDIT_SUBJECT)
        .join(AUDIT_EVENT)
        .on(AUDIT_EVENT.TENANT_ID.eq(tx.tenant()))
        .and(AUDIT_EVENT.AT.eq(AUDIT_SUBJECT.AT))
        .and(AUDIT_EVENT.EVENT_ID.eq(AUDIT_SUBJECT.EVENT_ID))
        .where(AUDIT_SUBJECT.TENANT_ID.eq(tx.tenant()))
        .and(AUDIT_SUBJECT.CHILD_ID.eq(one.child()))
        .and(AUDIT_EVENT.DETAIL.eq(Trace.detail(CompartmentKeeping.about(one.id()))))
        .orderBy(AUDIT_EVENT.AT.desc(), AUDIT_EVENT.EVENT_ID.desc())
        .limit(LATEST)
        .fetch(row ->
            new Done(
                row.value1().toInstant(),
                row.value2() == null ? "" : row.value2(),
                row.value3(),
                Optional.ofNullable(row.value4())));
  }

  private static OffsetDateTime now(Tx tx) {
    return tx.now().atOffset(ZoneOffset.UTC);
  }
}
