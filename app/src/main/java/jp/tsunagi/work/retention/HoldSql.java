package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.RETENTION_HOLD;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.RetentionHoldRecord;
import org.jooq.Condition;

/** 保留: what is kept longer, why, until when. Read by the program alone. */
final class HoldSql {
  private HoldSql() {}

  /**
   * Something that is kept longer.
   *
   * @param kind of which records; empty for all of the child's there
   * @param year of which year; empty for all
   */
  record Hold(
      UUID id,
      ChildId child,
      OrganisationId organisation,
      Optional<RetentionKind> kind,
      Optional<Integer> year,
      String why,
      LocalDate until) {
    boolean covers(Kept kept) {
      return child.equals(kept.child())
          && kept.organisation().map(organisation::equals).orElse(true)
          && kind.map(one -> one == kept.kind()).orElse(true)
          && year.map(kept::isOf).orElse(true);
    }
  }

  /** Those that hold today, of these places; of all where none is named. */
  static List<Hold> running(Tx tx, Optional<Collection<OrganisationId>> places) {
    Condition which =
        places
            .map(ids -> RETENTION_HOLD.ORGANISATION_ID.in(ids))
            .orElse(RETENTION_HOLD.CHILD_ID.isNotNull());
    return Records.alone(
        tx,
        () ->
            tx.sql()
                .selectFrom(RETENTION_HOLD)
                .where(RETENTION_HOLD.TENANT_ID.eq(tx.tenant()))
                .and(RETENTION_HOLD.LIFTED_AT.isNull())
                .and(RETENTION_HOLD.UNTIL.ge(tx.today()))
                .and(which)
                .orderBy(RETENTION_HOLD.UNTIL, RETENTION_HOLD.HOLD_ID)
                .fetch(HoldSql::hold));
  }

  private static Hold hold(RetentionHoldRecord row) {
    return new Hold(
        row.getHoldId(),
        row.getChildId(),
        row.getOrganisationId(),
        Optional.ofNullable(row.getKind()).map(RetentionKind::valueOf),
        Optional.ofNullable(row.getFiscalYear()),
        row.getWhy(),
        row.getUntil());
  }

  /** Adds it; the same form once more changes nothing. */
  static boolean add(Tx tx, Hold hold) {
    UUID by = Actor.of(tx).id().orElseThrow();
    return Records.alone(
            tx,
            () ->
                tx.sql()
                    .insertInto(RETENTION_HOLD)
                    .set(RETENTION_HOLD.TENANT_ID, tx.tenant())
                    .set(RETENTION_HOLD.HOLD_ID, hold.id())
                    .set(RETENTION_HOLD.CHILD_ID, hold.child())
                    .set(RETENTION_HOLD.ORGANISATION_ID, hold.organisation())
                    .set(RETENTION_HOLD.KIND, hold.kind().map(Enum::name).orElse(null))
                    .set(RETENTION_HOLD.FISCAL_YEAR, hold.year().orElse(null))
                    .set(RETENTION_HOLD.WHY, hold.why())
                    .set(RETENTION_HOLD.UNTIL, hold.until())
                    .set(RETENTION_HOLD.HELD_BY, by)
                    .set(RETENTION_HOLD.HELD_AT, tx.now().atOffset(ZoneOffset.UTC))
                    .onConflictDoNothing()
                    .execute())
        == 1;
  }

  static void lift(Tx tx, UUID id) {
    UUID by = Actor.of(tx).id().orElseThrow();
    Records.alone(
        tx,
        () ->
            tx.sql()
                .update(RETENTION_HOLD)
                .set(RETENTION_HOLD.LIFTED_BY, by)
                .set(RETENTION_HOLD.LIFTED_AT, tx.now().atOffset(ZoneOffset.UTC))
                .where(RETENTION_HOLD.TENANT_ID.eq(tx.tenant()))
                .and(RETENTION_HOLD.HOLD_ID.eq(id))
                .and(RETENTION_HOLD.LIFTED_AT.isNull())
                .execute());
  }

  /** Whether the place deals with the child, or once did. */
  static boolean hasDealt(Tx tx, ChildId child, OrganisationId place) {
    return Records.alone(
        tx,
        () ->
            tx.sql()
                .fetchExists(
                    INVOLVEMENT,
                    INVOLVEMENT
                        .TENANT_ID
                        .eq(tx.tenant())
                        .and(INVOLVEMENT.CHILD_ID.eq(child))
                        .and(INVOLVEMENT.ORGANISATION_ID.eq(place))));
  }
}
