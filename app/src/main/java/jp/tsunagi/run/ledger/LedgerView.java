package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.run.ledger.LedgerCheckPage.SHOWN;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.run.ledger.Sheet.Unreadable;
import org.jspecify.annotations.Nullable;

/** Puts what came of a ledger into words. */
final class LedgerView {
  private LedgerView() {}

  static LedgerPage start(@Nullable RefusalView refusal, int waiting) {
    return new LedgerPage(
        refusal,
        FieldView.of("file", t("ledger.file")).must().hint(t("ledger.file.hint")),
        Arrays.stream(Column.values())
            .map(column ->
                new LedgerPage.Head(
                    t("ledger.column." + column),
                    t("ledger.head." + column).replace(",", t("ledger.comma")),
                    column.needed()))
            .toList(),
        waiting);
  }

  static RefusalView refusal(Unreadable why) {
    String reason =
        switch (why) {
          case Unreadable.NoLedger _ -> t("ledger.refused.noledger");
          case Unreadable.Empty _ -> t("ledger.refused.empty");
          case Unreadable.TooLong(int most) -> t("ledger.refused.long", most);
          case Unreadable.HeadsMissing(var columns) ->
              t(
                  "ledger.refused.heads",
                  columns.stream()
                      .map(column -> t("ledger.column." + column))
                      .collect(Collectors.joining(t("ledger.comma"))));
        };
    return new RefusalView(t("ledger.refused.what"), reason, t("ledger.refused.remedy"));
  }

  static LedgerCheckPage check(UploadSql.Upload upload, Checked checked) {
    String url = "/import/children/" + upload.id();
    return new LedgerCheckPage(
        upload.name(),
        checked.rows(),
        checked.sound().size(),
        checked.asked().size(),
        checked.bad().size(),
        checked.bad().stream().limit(SHOWN).map(LedgerView::bad).toList(),
        checked.near().stream().limit(SHOWN).map(LedgerView::asked).toList(),
        checked.asked().stream().limit(SHOWN).map(LedgerView::asked).toList(),
        checked.sound().stream().flatMap(row -> row.programmes().stream()).distinct().toList(),
        url,
        url + "/errors");
  }

  static LedgerCheckPage.Bad bad(RowRule.Outcome.Bad bad) {
    return new LedgerCheckPage.Bad(
        bad.line().number(),
        bad.line().text(Column.NAME),
        bad.faults().stream().map(Fault::words).collect(Collectors.joining(t("ledger.fault.and"))));
  }

  private static LedgerCheckPage.Asked asked(Taken row) {
    return new LedgerCheckPage.Asked(
        row.number(),
        row.name().written(),
        DateWords.plain(row.birth()).in(language()),
        row.guardian().name());
  }

  /** The heads of the file of bad rows: number, reason, then every column as it was. */
  static List<String> errorHeads() {
    return Stream.concat(
            Stream.of(t("ledger.row"), t("ledger.why")),
            Arrays.stream(Column.values()).map(column -> t("ledger.column." + column)))
        .toList();
  }

  static List<String> errorRow(RowRule.Outcome.Bad bad) {
    return Stream.concat(
            Stream.of(String.valueOf(bad.line().number()), bad(bad).why()),
            Arrays.stream(Column.values()).map(bad.line()::text))
        .toList();
  }

  static FamiliesPage families(List<FamilySql.Family> families) {
    return new FamiliesPage(
        families.stream()
            .map(one ->
                new FamiliesPage.Row(
                    one.child(),
                    one.kana(),
                    DateWords.full(one.birth()).in(language()),
                    one.guardian(),
                    one.phone().orElse(""),
                    one.programmes(),
                    "/import/families/" + one.id()))
            .toList());
  }
}
