package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.CHILD_BLOCK;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.STAFF;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Held;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.BlockId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.BlockRule.Whom;
import jp.tsunagi.people.involvement.ReachRule.Blocked;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.schema.tables.records.ChildBlockRecord;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The blocks on record. */
final class BlockSql {
  private BlockSql() {}

  /** What reach has to know; a block that was lifted on its first day holds on none. */
  static List<Blocked> facts(Tx tx, Condition which) {
    return tx.sql()
        .selectFrom(CHILD_BLOCK)
        .where(CHILD_BLOCK.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_BLOCK.VALID_TO.isNull().or(CHILD_BLOCK.VALID_TO.gt(CHILD_BLOCK.VALID_FROM)))
        .and(which)
        .fetch(row ->
            new Blocked(
                row.getChildId(),
                Optional.ofNullable(row.getStaffId()),
                Optional.ofNullable(row.getOrganisationId()),
                new Period(row.getValidFrom(), row.getValidTo())));
  }

  /** Whom blocks of today keep from these. */
  static Set<ChildId> barred(
      Tx tx, StaffId staff, Collection<OrganisationId> organisations, LocalDate today) {
    return tx.sql()
        .selectDistinct(CHILD_BLOCK.CHILD_ID)
        .from(CHILD_BLOCK)
        .where(CHILD_BLOCK.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_BLOCK.STAFF_ID.eq(staff).or(CHILD_BLOCK.ORGANISATION_ID.in(organisations)))
        .and(CHILD_BLOCK.VALID_FROM.le(today))
        .and(CHILD_BLOCK.VALID_TO.isNull().or(CHILD_BLOCK.VALID_TO.gt(today)))
        .fetchSet(CHILD_BLOCK.CHILD_ID);
  }

  /**
   * A block of a child.
   *
   * @param name of the staff member or the organisation
   * @param to first day it no longer holds; empty while it holds
   */
  record Line(
      BlockId id,
      Whom whom,
      String name,
      BlockReason reason,
      Optional<String> note,
      LocalDate from,
      Optional<LocalDate> to,
      String setBy,
      Optional<String> liftedBy,
      Optional<String> liftedNote) {}

  /** The blocks of a child whom the actor sees, those that hold first. */
  static List<Line> of(Tx tx, ChildId child) {
    var setter = STAFF.as("setter");
    var lifter = STAFF.as("lifter");
    return tx.sql()
        .select(
            CHILD_BLOCK,
            DSL.coalesce(STAFF.NAME, Place.name(tx, CHILD_BLOCK.CHILD_ID)),
            setter.NAME,
            lifter.NAME)
        .from(CHILD_BLOCK)
        .leftJoin(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(CHILD_BLOCK.STAFF_ID))
        .leftJoin(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(CHILD_BLOCK.ORGANISATION_ID))
        .leftJoin(setter)
        .on(setter.TENANT_ID.eq(tx.tenant()))
        .and(setter.STAFF_ID.eq(CHILD_BLOCK.SET_BY.coerce(STAFF.STAFF_ID)))
        .leftJoin(lifter)
        .on(lifter.TENANT_ID.eq(tx.tenant()))
        .and(lifter.STAFF_ID.eq(CHILD_BLOCK.LIFTED_BY.coerce(STAFF.STAFF_ID)))
        .where(CHILD_BLOCK.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_BLOCK.CHILD_ID.eq(child))
        .and(Readable.child(tx, CHILD_BLOCK.CHILD_ID))
        .orderBy(CHILD_BLOCK.LIFTED_AT.desc().nullsFirst(), CHILD_BLOCK.SET_AT.desc())
        .fetch(row -> line(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  private static Line line(
      ChildBlockRecord row, String name, String setBy, @Nullable String liftedBy) {
    return new Line(
        new BlockId(row.getBlockId()),
        new Whom(
            Optional.ofNullable(row.getStaffId()), Optional.ofNullable(row.getOrganisationId())),
        name,
        BlockReason.valueOf(row.getReason()),
        Optional.ofNullable(row.getNote()),
        row.getValidFrom(),
        Optional.ofNullable(row.getValidTo()),
        setBy,
        Optional.ofNullable(liftedBy),
        Optional.ofNullable(row.getLiftedNote()));
  }

  /** Puts it on file; false where that very form did so before. */
  static boolean add(
      Tx tx, BlockId id, ChildId child, Whom whom, BlockReason reason, Optional<String> note) {
    return tx.sql()
            .insertInto(CHILD_BLOCK)
            .set(CHILD_BLOCK.TENANT_ID, tx.tenant())
            .set(CHILD_BLOCK.BLOCK_ID, id.value())
            .set(CHILD_BLOCK.CHILD_ID, child)
            .set(CHILD_BLOCK.STAFF_ID, whom.staff().orElse(null))
            .set(CHILD_BLOCK.ORGANISATION_ID, whom.organisation().orElse(null))
            .set(CHILD_BLOCK.REASON, reason.name())
            .set(CHILD_BLOCK.NOTE, note.orElse(null))
            .set(CHILD_BLOCK.VALID_FROM, tx.today())
            .set(CHILD_BLOCK.SET_BY, Actor.of(tx).id().orElseThrow())
            .set(CHILD_BLOCK.SET_AT, tx.now().atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute()
        > 0;
  }

  /** Lifts it from today on; false where it does not hold. */
  static boolean lift(Tx tx, ChildId child, BlockId id, String note) {
    return tx.sql()
            .update(CHILD_BLOCK)
            .set(CHILD_BLOCK.VALID_TO, tx.today())
            .set(CHILD_BLOCK.LIFTED_BY, Actor.of(tx).id().orElseThrow())
            .set(CHILD_BLOCK.LIFTED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .set(CHILD_BLOCK.LIFTED_NOTE, note)
            .where(CHILD_BLOCK.TENANT_ID.eq(tx.tenant()))
            .and(CHILD_BLOCK.CHILD_ID.eq(child))
            .and(CHILD_BLOCK.BLOCK_ID.eq(id.value()))
            .and(CHILD_BLOCK.VALID_TO.isNull())
            .execute()
        > 0;
  }

  /** Whether one of these seats reaches the child today and the involvement runs. */
  static boolean running(Tx tx, ChildId child, Actor.Staff actor) {
    return Held.running(tx, actor.with(Right.INTAKE), child);
  }
}
