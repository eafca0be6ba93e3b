package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.ACCESS_GRANT;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHOWING;
import static jp.tsunagi.schema.Tables.SHOWING_SCOPE;
import static org.jooq.impl.DSL.max;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Grant;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.ShowingRecord;

/** Reads and writes what is shown to the family. Who may see it is not decided here. */
final class ShowingSql {
  private ShowingSql() {}

  /** All about these children that row level security lets through, newest first. */
  static List<Showing> of(Tx tx, Set<ChildId> children) {
    List<ShowingRecord> rows =
        tx.sql()
            .selectFrom(SHOWING)
            .where(SHOWING.TENANT_ID.eq(tx.tenant()))
            .and(SHOWING.CHILD_ID.in(children))
            .orderBy(SHOWING.RECORDED_AT.desc(), SHOWING.SHOWING_ID)
            .fetch();
    if (rows.isEmpty()) {
      return List.of();
    }
    var scopes = scopes(tx, rows.stream().map(ShowingRecord::getShowingId).toList());
    return rows.stream()
        .map(row -> showing(row, scopes.getOrDefault(row.getShowingId(), List.of())))
        .toList();
  }

  private static Map<UUID, List<ScopeLine>> scopes(Tx tx, Collection<UUID> ids) {
    return tx.sql()
        .selectFrom(SHOWING_SCOPE)
        .where(SHOWING_SCOPE.TENANT_ID.eq(tx.tenant()))
        .and(SHOWING_SCOPE.SHOWING_ID.in(ids))
        .orderBy(SHOWING_SCOPE.SHOWING_ID, SHOWING_SCOPE.LINE)
        .fetchGroups(
            SHOWING_SCOPE.SHOWING_ID,
            row ->
                new ScopeLine(
                    Category.valueOf(row.getCategory()),
                    Optional.ofNullable(row.getSection()),
                    ScopeLine.OfSheet.of(row.getSheetId(), row.getSheetYear())));
  }

  private static Showing showing(ShowingRecord row, List<ScopeLine> scope) {
    LocalDate lastDay = row.getValidTo().minusDays(1);
    return new Showing(
        row.getShowingId(),
        row.getChildId(),
        new GuardianId(row.getGiverId()),
        ConsentMeans.valueOf(row.getMeans()),
        new Showing.Wish(
            new GuardianId(row.getReaderId()),
            row.getWhole() ? Optional.empty() : Optional.of(scope),
            lastDay),
        row.getGivenOn(),
        new Period(row.getValidFrom(), row.getValidTo()),
        Optional.ofNullable(row.getEndedAt())
            .map(at -> at.atZoneSameInstant(ActingClock.JAPAN).toLocalDate()));
  }

  /** Adds one that holds from today on; false when it is there already. */
  static boolean add(
      Tx tx, UUID id, ChildId child, Showing.Wish wish, Objections.Word word, ItemId evidence) {
    int added =
        tx.sql()
            .insertInto(SHOWING)
            .set(SHOWING.TENANT_ID, tx.tenant())
            .set(SHOWING.SHOWING_ID, id)
            .set(SHOWING.CHILD_ID, child)
            .set(SHOWING.GIVER_ID, word.giver().value())
            .set(SHOWING.READER_ID, wish.reader().value())
            .set(SHOWING.MEANS, word.means().name())
            .set(SHOWING.GIVEN_ON, word.on())
            .set(SHOWING.PAPER_PLACE, word.paperPlace().orElse(null))
            .set(SHOWING.ITEM_ID, evidence)
            .set(SHOWING.WHOLE, wish.scope().isEmpty())
            .set(SHOWING.VALID_FROM, tx.today())
            .set(SHOWING.VALID_TO, wish.lastDay().plusDays(1))
            .set(SHOWING.RECORDED_BY, Actor.of(tx).id().orElseThrow())
            .set(SHOWING.RECORDED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute();
    if (added == 1) {
      wish.scope().ifPresent(lines -> lines(tx, id, lines));
    }
    return added == 1;
  }

  private static void lines(Tx tx, UUID id, List<ScopeLine> lines) {
    int number = 0;
    for (ScopeLine line : lines) {
      tx.sql()
          .insertInto(SHOWING_SCOPE)
          .set(SHOWING_SCOPE.TENANT_ID, tx.tenant())
          .set(SHOWING_SCOPE.SHOWING_ID, id)
          .set(SHOWING_SCOPE.LINE, ++number)
          .set(SHOWING_SCOPE.CATEGORY, line.category().name())
          .set(SHOWING_SCOPE.SECTION, line.section().orElse(null))
          .set(SHOWING_SCOPE.SHEET_ID, line.sheet().map(ScopeLine.OfSheet::id).orElse(null))
          .set(SHOWING_SCOPE.SHEET_YEAR, line.sheet().map(ScopeLine.OfSheet::year).orElse(null))
          .execute();
    }
  }

  /** Takes it back, at once; false when that was done before. */
  static boolean end(Tx tx, UUID id, ConsentMeans means) {
    return tx.sql()
            .update(SHOWING)
            .set(SHOWING.ENDED_MEANS, means.name())
            .set(SHOWING.ENDED_BY, Actor.of(tx).id().orElseThrow())
            .set(SHOWING.ENDED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .where(SHOWING.TENANT_ID.eq(tx.tenant()))
            .and(SHOWING.SHOWING_ID.eq(id))
            .and(SHOWING.ENDED_AT.isNull())
            .execute()
        == 1;
  }

  /** What shows that it was taken back. */
  static void showEnded(Tx tx, UUID id, ItemId evidence) {
    tx.sql()
        .update(SHOWING)
        .set(SHOWING.ENDED_ITEM_ID, evidence.value())
        .where(SHOWING.TENANT_ID.eq(tx.tenant()))
        .and(SHOWING.SHOWING_ID.eq(id))
        .execute();
  }

  /**
   * The parts of sheets that are meant for guardians as they stand, as far as the actor reads them,
   * sheet by sheet, the latest year first.
   */
  static List<ScopeLine> parts(Tx tx, ChildId child) {
    return tx.sql()
        .select(ITEM.CATEGORY, ITEM.SECTION, SHEET.SHEET_ID, SHEET.FISCAL_YEAR)
        .from(ITEM)
        .join(SHEET)
        .on(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.SHEET_ID.eq(ITEM.SHEET_ID))
        .where(Readable.item(tx))
        .and(ITEM.CHILD_ID.eq(child))
        .and(ITEM.FOR_GUARDIAN.isTrue())
        .and(ITEM.LATEST.isTrue())
        .and(ITEM.STATE.eq("FINAL"))
        .and(ITEM.SECTION.isNotNull())
        .orderBy(SHEET.FISCAL_YEAR.desc(), SHEET.SHEET_ID, ITEM.ITEM_ID)
        .fetch(row ->
            new ScopeLine(
                Category.valueOf(row.value1()),
                Optional.of(row.value2()),
                Optional.of(new ScopeLine.OfSheet(row.value3(), row.value4()))));
  }

  /**
   * Until when something of each child is shown to the guardian today: the first day not any more.
   */
  static Map<ChildId, LocalDate> shownTo(Tx tx, GuardianId guardian) {
    var to = max(ACCESS_GRANT.VALID_TO);
    return tx.sql()
        .select(ACCESS_GRANT.CHILD_ID, to)
        .from(ACCESS_GRANT)
        .where(ACCESS_GRANT.TENANT_ID.eq(tx.tenant()))
        .and(ACCESS_GRANT.GRANTEE_KIND.eq(Grant.Grantee.GUARDIAN.name()))
        .and(ACCESS_GRANT.GRANTEE_ID.eq(guardian.value()))
        .and(ACCESS_GRANT.GROUND_KIND.eq(Grant.GroundKind.PERSON.name()))
        .and(ACCESS_GRANT.VALID_FROM.le(tx.today()))
        .and(ACCESS_GRANT.VALID_TO.gt(tx.today()))
        .groupBy(ACCESS_GRANT.CHILD_ID)
        .fetchMap(ACCESS_GRANT.CHILD_ID, to);
  }
}
