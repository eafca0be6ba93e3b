package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.DISPOSAL;
import static jp.tsunagi.schema.Tables.DISPOSAL_LINE;
import static jp.tsunagi.schema.Tables.DISPOSAL_NUMBER;
import static jp.tsunagi.schema.Tables.DISPOSAL_SHEET;

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
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.DisposalLineRecord;
import jp.tsunagi.schema.tables.records.DisposalRecord;
import jp.tsunagi.schema.tables.records.DisposalSheetRecord;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * 廃棄: proposals, decisions and what stays of them; the sheets themselves only until they are gone.
 */
final class DisposalSql {
  private DisposalSql() {}

  /**
   * A disposal.
   *
   * @param number counted per fiscal year of the approval; empty before
   * @param approved empty while it waits
   * @param finishedAt when the last sheet was gone
   */
  record Disposal(
      UUID id,
      OrganisationId organisation,
      Optional<String> number,
      String why,
      UUID proposedBy,
      Instant proposedAt,
      Optional<UUID> decidedBy,
      Optional<Instant> decidedAt,
      Optional<Boolean> approved,
      String word,
      Optional<Instant> finishedAt,
      List<Line> lines) {
    /** Without these sheets, in the counts too. */
    Disposal without(List<Named> absent) {
      return new Disposal(
          id,
          organisation,
          number,
          why,
          proposedBy,
          proposedAt,
          decidedBy,
          decidedAt,
          approved,
          word,
          finishedAt,
          lines.stream()
              .map(line -> line.without(absent))
              .filter(line -> line.sheets() > 0)
              .toList());
    }

    boolean waits() {
      return approved.isEmpty();
    }

    boolean runs() {
      return approved.orElse(false) && finishedAt.isEmpty();
    }
  }

  /** A sheet that a disposal still names. */
  record Named(SheetId sheet, ChildId child, RetentionKind kind, int year) {}

  /** Of one kind and year: how many, by which rule, what became of them. */
  record Line(
      RetentionKind kind,
      int year,
      RetentionRule rule,
      int sheets,
      int children,
      int disposed,
      int kept) {
    private Line without(List<Named> absent) {
      List<ChildId> theirs =
          absent.stream()
              .filter(one -> one.kind() == kind && one.year() == year)
              .map(Named::child)
              .toList();
      int fewer = theirs.stream().distinct().mapToInt(_ -> 1).sum();
      return new Line(kind, year, rule, sheets - theirs.size(), children - fewer, disposed, kept);
    }
  }

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
    List<DisposalSheetRecord> sheets = new ArrayList<>();
    for (Expiry.Group group : groups) {
      tx.sql()
          .insertInto(DISPOSAL_LINE)
          .set(DISPOSAL_LINE.TENANT_ID, tx.tenant())
          .set(DISPOSAL_LINE.DISPOSAL_ID, id)
          .set(DISPOSAL_LINE.KIND, group.kind().name())
          .set(DISPOSAL_LINE.FISCAL_YEAR, group.year())
          .set(DISPOSAL_LINE.YEARS, group.rule().years())
          .set(DISPOSAL_LINE.START_AT, group.rule().start().name())
          .set(DISPOSAL_LINE.SHEETS, group.sheets().size())
          .set(DISPOSAL_LINE.CHILDREN, group.children().size())
          .set(DISPOSAL_LINE.DISPOSED, 0)
          .set(DISPOSAL_LINE.KEPT, 0)
          .execute();
      for (RetentionSql.Kept kept : group.sheets()) {
        DisposalSheetRecord row = tx.sql().newRecord(DISPOSAL_SHEET);
        row.setTenantId(tx.tenant());
        row.setDisposalId(id);
        row.setSheetId(kept.sheet());
        row.setChildId(kept.child());
        row.setKind(kept.kind().name());
        row.setFiscalYear(kept.year());
        sheets.add(row);
      }
    }
    RetentionSql.alone(tx, () -> tx.sql().batchInsert(sheets).execute());
  }

  /** Those of these places, latest first. */
  static List<Disposal> of(Tx tx, Collection<OrganisationId> places) {
    return where(tx, DISPOSAL.ORGANISATION_ID.in(places));
  }

  /** All of the municipality, latest first: for the hubs. */
  static List<Disposal> all(Tx tx) {
    return where(tx, DISPOSAL.DISPOSAL_ID.isNotNull());
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

  private static List<Disposal> where(Tx tx, Condition which) {
    return tx.sql()
        .selectFrom(DISPOSAL)
        .where(DISPOSAL.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .orderBy(DISPOSAL.PROPOSED_AT.desc(), DISPOSAL.DISPOSAL_ID)
        .limit(500)
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
        row.getSheets(),
        row.getChildren(),
        row.getDisposed(),
        row.getKept());
  }

  /** Approved: it gets its number, and its sheets go. */
  static void approve(Tx tx, UUID id, String word) {
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
    decide(tx, id, true, word);
    tx.sql()
        .update(DISPOSAL)
        .set(DISPOSAL.FISCAL_YEAR, year.year())
        .set(DISPOSAL.NUMBER, number)
        .where(DISPOSAL.TENANT_ID.eq(tx.tenant()))
        .and(DISPOSAL.DISPOSAL_ID.eq(id))
        .execute();
  }

  /** Refused: its sheets are free again. */
  static void refuse(Tx tx, UUID id, String word) {
    decide(tx, id, false, word);
    RetentionSql.alone(
        tx,
        () ->
            tx.sql()
                .deleteFrom(DISPOSAL_SHEET)
                .where(DISPOSAL_SHEET.TENANT_ID.eq(tx.tenant()))
                .and(DISPOSAL_SHEET.DISPOSAL_ID.eq(id))
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

  /** Whether the sheet is in a disposal that waits or is under way. */
  static boolean isNamed(Tx tx, SheetId sheet) {
    return RetentionSql.alone(
        tx,
        () ->
            tx.sql()
                .fetchExists(
                    DISPOSAL_SHEET,
                    DISPOSAL_SHEET
                        .TENANT_ID
                        .eq(tx.tenant())
                        .and(DISPOSAL_SHEET.SHEET_ID.eq(sheet))));
  }

  /** What each disposal still names of these children. */
  static Map<UUID, List<Named>> named(Tx tx, Set<ChildId> children) {
    return RetentionSql.alone(
        tx,
        () ->
            tx.sql()
                .selectFrom(DISPOSAL_SHEET)
                .where(DISPOSAL_SHEET.TENANT_ID.eq(tx.tenant()))
                .and(DISPOSAL_SHEET.CHILD_ID.in(children))
                .fetchGroups(
                    DISPOSAL_SHEET.DISPOSAL_ID,
                    row ->
                        new Named(
                            row.getSheetId(),
                            row.getChildId(),
                            RetentionKind.valueOf(row.getKind()),
                            row.getFiscalYear())));
  }

  /** The next sheets to go, with the child on whom each was. */
  static Map<SheetId, ChildId> next(Tx tx, UUID id, int most) {
    return RetentionSql.alone(
        tx,
        () ->
            tx.sql()
                .select(DISPOSAL_SHEET.SHEET_ID, DISPOSAL_SHEET.CHILD_ID)
                .from(DISPOSAL_SHEET)
                .where(DISPOSAL_SHEET.TENANT_ID.eq(tx.tenant()))
                .and(DISPOSAL_SHEET.DISPOSAL_ID.eq(id))
                .orderBy(DISPOSAL_SHEET.SHEET_ID)
                .limit(most)
                .fetchMap(DISPOSAL_SHEET.SHEET_ID, DISPOSAL_SHEET.CHILD_ID));
  }

  /** One sheet is gone, or stays after all; the list names it no longer. */
  static void counted(Tx tx, UUID id, SheetId sheet, boolean gone) {
    RetentionSql.alone(
        tx,
        () -> {
          DisposalSheetRecord row =
              tx.sql()
                  .deleteFrom(DISPOSAL_SHEET)
                  .where(DISPOSAL_SHEET.TENANT_ID.eq(tx.tenant()))
                  .and(DISPOSAL_SHEET.DISPOSAL_ID.eq(id))
                  .and(DISPOSAL_SHEET.SHEET_ID.eq(sheet))
                  .returning()
                  .fetchSingle();
          var count = gone ? DISPOSAL_LINE.DISPOSED : DISPOSAL_LINE.KEPT;
          return tx.sql()
              .update(DISPOSAL_LINE)
              .set(count, count.plus(1))
              .where(DISPOSAL_LINE.TENANT_ID.eq(tx.tenant()))
              .and(DISPOSAL_LINE.DISPOSAL_ID.eq(id))
              .and(DISPOSAL_LINE.KIND.eq(row.getKind()))
              .and(DISPOSAL_LINE.FISCAL_YEAR.eq(row.getFiscalYear()))
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
