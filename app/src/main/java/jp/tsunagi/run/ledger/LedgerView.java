package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.WorkbookParts;
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
          case Unreadable.Nothing _ -> t("ledger.refused.nothing");
          case Unreadable.NoLedger _ -> t("ledger.refused.noledger");
          case Unreadable.Empty _ -> t("ledger.refused.empty");
          case Unreadable.TooLong(int most) -> t("ledger.refused.long", most);
          case Unreadable.TooMuch _ ->
              t("ledger.refused.much", WorkbookParts.MOST_BYTES / (1024 * 1024));
          case Unreadable.Busy _ -> t("ledger.refused.busy");
          case Unreadable.Spent(int rows, int budget, int used) ->
              t("ledger.refused.spent", rows, budget, used);
          case Unreadable.HeadsMissing(var columns) ->
              t(
                  "ledger.refused.heads",
                  columns.stream()
                      .map(column -> t("ledger.column." + column))
                      .collect(Collectors.joining(t("ledger.comma"))));
        };
    String kind =
        switch (why) {
          case Unreadable.Spent _ -> ".spent";
          case Unreadable.TooMuch _ -> ".much";
          case Unreadable.Busy _ -> ".busy";
          case Unreadable.Nothing _ -> ".nothing";
          default -> "";
        };
    return new RefusalView(
        t("ledger.refused" + kind + ".what"), reason, t("ledger.refused" + kind + ".remedy"));
  }

  /** What has to change in a row. */
  static String why(RowRule.Outcome.Bad bad) {
    return bad.faults().stream()
        .map(Fault::words)
        .collect(Collectors.joining(t("ledger.fault.and")));
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
            Stream.of(String.valueOf(bad.line().number()), why(bad)),
            Arrays.stream(Column.values()).map(bad.line()::text))
        .toList();
  }
}
