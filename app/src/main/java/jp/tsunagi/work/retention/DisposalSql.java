package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.DISPOSAL;
import static jp.tsunagi.schema.Tables.DISPOSAL_LINE;
import static jp.tsunagi.schema.Tables.DISPOSAL_NAMED;
import static jp.tsunagi.schema.Tables.DISPOSAL_NUMBER;
import static org.jooq.impl.DSL.boolAnd;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.DisposalLineRecord;
import jp.tsunagi.schema.tables.records.DisposalNamedRecord;
import jp.tsunagi.schema.tables.records.DisposalRecord;
import jp.tsunagi.work.retention.Disposal.Line;
import jp.tsunagi.work.retention.Disposal.Named;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * 廃棄: proposals, decisions and what stays of them; the records themselves only until they are gone.
 */
final class DisposalSql {
  private DisposalSql() {}

  static void add(Tx tx, UUID id, OrganisationId place, String why, List<Expiry.Group> groups) {
    tx.sql()
        .insertInto(DISPOSAL)
        .set(DISPOSAL.TENANT_ID, tx.tenant())
        .set(DISPOSAL.DISPOSAL_ID, id)
        .set(DISPOSAL.ORGANISATION_ID, place)
        .set(DISPOSAL.WHY, why)
        .set(DISPOSAL.PROPOSED_BY, Actor.of(tx).id().orElseThrow())
        .set(DISPOSAL.PROPOSED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .execute();
    List<DisposalNamedRecord> named = new ArrayList<>();
    for (Expiry.Group group : groups) {
      tx.sql()
          .insertInto(DISPOSAL_LINE)
          .set(DISPOSAL_LINE.TENANT_ID, tx.tenant())
          .set(DISPOSAL_LINE.DISPOSAL_ID, id)
          .set(DISPOSAL_LINE.KIND, group.kind().name())
          .set(DISPOSAL_LINE.FISCAL_YEAR, group.year())
          .set(DISPOSAL_LINE.YEARS, group.rule().years())
          .set(DISPOSAL_LINE.START_AT, group.rule().start().name())
          .set(DISPOSAL_LINE.RECORDS, group.records().size())
          .set(DISPOSAL_LINE.CHILDREN, group.children().size())
          .set(DISPOSAL_LINE.DISPOSED, 0)
          .set(DISPOSAL_LINE.KEPT, 0)
          .execute();
      for (Kept kept : group.records()) {
        DisposalNamedRecord row = tx.sql().newRecord(DISPOSAL_NAMED);
        row.setTenantId(tx.tenant());
        row.setDisposalId(id);
        row.setRecordId(kept.id());
        row.setChildId(kept.child());
        row.setKind(kept.kind().name());
        row.setFiscalYear(kept.year());
        named.add(row);
      }
    }
    Records.alone(tx, () -> tx.sql().batchInsert(named).execute());
  }

  /** Those that wait, of these places or of all, latest first. */
  static List<Disposal> waiting(
      Tx tx, Optional<Collection<OrganisationId>> places, Condition told) {
    return where(tx, of(places).and(DISPOSAL.APPROVED.isNull()).and(told), Integer.MAX_VALUE);
  }

  /**
   * Those that are decided, of these places or of all, latest first.
   *
   * @param told those of which the reader is told
   * @param after the last one of the page before
   */
  static List<Disposal> decided(
      Tx tx,
      Optional<Collection<OrganisationId>> places,
      Condition told,
      Optional<UUID> after,
      int most) {
    var last = DISPOSAL.as("last");
    Condition later =
        after
            .map(id ->
                row(DISPOSAL.PROPOSED_AT, DISPOSAL.DISPOSAL_ID)
                    .lt(
                        select(last.PROPOSED_AT, last.DISPOSAL_ID)
                            .from(last)
                            .where(last.TENANT_ID.eq(tx.tenant()))
                            .and(last.DISPOSAL_ID.eq(id))))
            .orElseGet(() -> noCondition());
    return where(tx, of(places).and(DISPOSAL.APPROVED.isNotNull()).and(told).and(later), most);
  }

  private static Condition of(Optional<Collection<OrganisationId>> places) {
    return places.map(DISPOSAL.ORGANISATION_ID::in).orElseGet(() -> noCondition());
  }

  /** One, held until the end of the transaction. */
  static Optional<Disposal> hold(Tx tx, UUID id) {
    return tx.sql()
        .selectFrom(DISPOSAL)
        .where(DISPOSAL.TENANT_ID.eq(tx.tenant()))
        .and(DISPOSAL.DISPOSAL_ID.eq(id))
        .forUpdate()
        .fetchOptional(row -> disposal(tx, row));
  }

  private static List<Disposal> where(Tx tx, Condition which, int most) {
    return tx.sql()
        .selectFrom(DISPOSAL)
        .where(DISPOSAL.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .orderBy(DISPOSAL.PROPOSED_AT.desc(), DISPOSAL.DISPOSAL_ID.desc())
        .limit(most)
        .fetch(row -> disposal(tx, row));
  }

  private static Disposal disposal(Tx tx, DisposalRecord row) {
    return new Disposal(
        row.getDisposalId(),
        row.getOrganisationId(),
        Optional.ofNullable(row.getNumber()).map(number -> number(row.getFiscalYear(), number)),
        row.getWhy(),
        row.getProposedBy(),
        row.getProposedAt().toInstant(),
        Optional.ofNullable(row.getDecidedBy()),
        instant(row.getDecidedAt()),
        Optional.ofNullable(row.getApproved()),
        Optional.ofNullable(row.getWord()).orElse(""),
        instant(row.getFinishedAt()),
        tx.sql()
            .selectFrom(DISPOSAL_LINE)
            .where(DISPOSAL_LINE.TENANT_ID.eq(tx.tenant()))
            .and(DISPOSAL_LINE.DISPOSAL_ID.eq(row.getDisposalId()))
            .orderBy(DISPOSAL_LINE.FISCAL_YEAR, DISPOSAL_LINE.KIND)
            .fetch(DisposalSql::line));
  }

  private static String number(int year, int number) {
    return String.format(java.util.Locale.ROOT, "%d-%03d", year, number);
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }

  private static Line line(DisposalLineRecord row) {
    return new Line(
        RetentionKind.valueOf(row.getKind()),
        row.getFiscalYear(),
        new RetentionRule(row.getYears(), RetentionStart.valueOf(row.getStartAt())),
        row.getRecords(),
        row.getChildren(),
        row.getDisposed(),
        row.getKept());
  }

  /**
   * Approved: it gets its number, and its records go. Of records for a named few it gets none: a
   * gap in the numbers would tell of them.
   */
  static void approve(Tx tx, UUID id, String word, boolean few) {
    decide(tx, id, true, word);
    if (!few) {
      number(tx, id);
    }
  }

  private static void number(Tx tx, UUID id) {
    FiscalYear year = FiscalYear.of(tx.today());
    Integer number =
        tx.sql()
            .insertInto(DISPOSAL_NUMBER)
            .set(DISPOSAL_NUMBER.TENANT_ID, tx.tenant())
            .set(DISPOSAL_NUMBER.FISCAL_YEAR, year.year())
            .set(DISPOSAL_NUMBER.LAST_NUMBER, 1)
            .onConflict(DISPOSAL_NUMBER.TENANT_ID, DISPOSAL_NUMBER.FISCAL_YEAR)
            .doUpdate()
            .set(DISPOSAL_NUMBER.LAST_NUMBER, DISPOSAL_NUMBER.LAST_NUMBER.plus(1))
            .returning(DISPOSAL_NUMBER.LAST_NUMBER)
            .fetchSingle()
            .getLastNumber();
    tx.sql()
        .update(DISPOSAL)
        .set(DISPOSAL.FISCAL_YEAR, year.year())
        .set(DISPOSAL.NUMBER, number)
        .where(DISPOSAL.TENANT_ID.eq(tx.tenant()))
        .and(DISPOSAL.DISPOSAL_ID.eq(id))
        .execute();
  }

  /** Refused: its records are free again. */
  static void refuse(Tx tx, UUID id, String word) {
    decide(tx, id, false, word);
    Records.alone(
        tx,
        () ->
            tx.sql()
                .deleteFrom(DISPOSAL_NAMED)
                .where(DISPOSAL_NAMED.TENANT_ID.eq(tx.tenant()))
                .and(DISPOSAL_NAMED.DISPOSAL_ID.eq(id))
                .execute());
  }

  private static void decide(Tx tx, UUID id, boolean approved, String word) {
    tx.sql()
        .update(DISPOSAL)
        .set(DISPOSAL.APPROVED, approved)
        .set(DISPOSAL.WORD, word)
        .set(DISPOSAL.DECIDED_BY, Actor.of(tx).id().orElseThrow())
        .set(DISPOSAL.DECIDED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .where(DISPOSAL.TENANT_ID.eq(tx.tenant()))
        .and(DISPOSAL.DISPOSAL_ID.eq(id))
        .execute();
  }

  /** Whether the record is in a disposal that waits or is under way. */
  static boolean isNamed(Tx tx, Collection<RetentionKind> kinds, UUID id) {
    return Records.alone(
        tx,
        () ->
            tx.sql()
                .fetchExists(
                    DISPOSAL_NAMED,
                    DISPOSAL_NAMED
                        .TENANT_ID
                        .eq(tx.tenant())
                        .and(DISPOSAL_NAMED.KIND.in(kinds.stream().map(Enum::name).toList()))
                        .and(DISPOSAL_NAMED.RECORD_ID.eq(id))));
  }

  private static Named named(DisposalNamedRecord row) {
    return new Named(
        row.getRecordId(),
        row.getChildId(),
        RetentionKind.valueOf(row.getKind()),
        row.getFiscalYear());
  }

  /** The disposals that wait, of records for a named few, of which each is among these. */
  static Set<UUID> ofNothingBut(Tx tx, Set<UUID> records) {
    return Records.alone(
        tx,
        () ->
            tx.sql()
                .select(DISPOSAL_NAMED.DISPOSAL_ID)
                .from(DISPOSAL_NAMED)
                .join(DISPOSAL)
                .on(DISPOSAL.TENANT_ID.eq(tx.tenant()))
                .and(DISPOSAL.DISPOSAL_ID.eq(DISPOSAL_NAMED.DISPOSAL_ID))
                .and(DISPOSAL.APPROVED.isNull())
                .where(DISPOSAL_NAMED.TENANT_ID.eq(tx.tenant()))
                .and(DISPOSAL_NAMED.KIND.eq(RetentionKind.COMPARTMENT.name()))
                .groupBy(DISPOSAL_NAMED.DISPOSAL_ID)
                .having(boolAnd(DISPOSAL_NAMED.RECORD_ID.in(records)))
                .fetchSet(DISPOSAL_NAMED.DISPOSAL_ID));
  }

  /** What each disposal still names of these children. */
  static Map<UUID, List<Named>> named(Tx tx, Set<ChildId> children) {
    return Records.alone(
        tx,
        () ->
            tx.sql()
                .selectFrom(DISPOSAL_NAMED)
                .where(DISPOSAL_NAMED.TENANT_ID.eq(tx.tenant()))
                .and(DISPOSAL_NAMED.CHILD_ID.in(children))
                .fetchGroups(DISPOSAL_NAMED.DISPOSAL_ID, DisposalSql::named));
  }

  /** The next records to go, with the child on whom each was. */
  static List<Named> next(Tx tx, UUID id, int most) {
    return Records.alone(
        tx,
        () ->
            tx.sql()
                .selectFrom(DISPOSAL_NAMED)
                .where(DISPOSAL_NAMED.TENANT_ID.eq(tx.tenant()))
                .and(DISPOSAL_NAMED.DISPOSAL_ID.eq(id))
                .orderBy(DISPOSAL_NAMED.KIND, DISPOSAL_NAMED.RECORD_ID)
                .limit(most)
                .fetch(DisposalSql::named));
  }

  /** One record is gone, or stays after all; the list names it no longer. */
  static void counted(Tx tx, UUID id, Named named, boolean gone) {
    Records.alone(
        tx,
        () -> {
          tx.sql()
              .deleteFrom(DISPOSAL_NAMED)
              .where(DISPOSAL_NAMED.TENANT_ID.eq(tx.tenant()))
              .and(DISPOSAL_NAMED.DISPOSAL_ID.eq(id))
              .and(DISPOSAL_NAMED.KIND.eq(named.kind().name()))
              .and(DISPOSAL_NAMED.RECORD_ID.eq(named.id()))
              .execute();
          var count = gone ? DISPOSAL_LINE.DISPOSED : DISPOSAL_LINE.KEPT;
          return tx.sql()
              .update(DISPOSAL_LINE)
              .set(count, count.plus(1))
              .where(DISPOSAL_LINE.TENANT_ID.eq(tx.tenant()))
              .and(DISPOSAL_LINE.DISPOSAL_ID.eq(id))
              .and(DISPOSAL_LINE.KIND.eq(named.kind().name()))
              .and(DISPOSAL_LINE.FISCAL_YEAR.eq(named.year()))
              .execute();
        });
  }

  static void finish(Tx tx, UUID id) {
    tx.sql()
        .update(DISPOSAL)
        .set(DISPOSAL.FINISHED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .where(DISPOSAL.TENANT_ID.eq(tx.tenant()))
        .and(DISPOSAL.DISPOSAL_ID.eq(id))
        .execute();
  }
}
