package jp.tsunagi.record.idea;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What would come of a file, before it is taken.
 *
 * @param summary how many are new, changed, the same, wrong
 * @param rows that change something or are wrong, the wrong ones first
 * @param takes whether there is anything to take
 */
public record IdeaImportCheckPage(String summary, List<Row> rows, int left, boolean takes) {
  private static final int SHOWN = 200;

  /**
   * A row of the file.
   *
   * @param wrong whether it stays outside
   */
  public record Row(int number, String fate, boolean wrong, String text, List<String> why) {}

  static IdeaImportCheckPage of(List<IdeaImport.Checked> checked) {
    Map<IdeaImport.Fate, Long> counts =
        checked.stream()
            .collect(Collectors.groupingBy(IdeaImport.Checked::fate, Collectors.counting()));
    List<Row> rows =
        checked.stream()
            .filter(row -> row.fate() != IdeaImport.Fate.SAME)
            .sorted(java.util.Comparator.comparing(row -> row.fate() != IdeaImport.Fate.WRONG))
            .map(row ->
                new Row(
                    row.number(),
                    t("idea.fate." + row.fate()),
                    row.fate() == IdeaImport.Fate.WRONG,
                    row.text(),
                    row.why()))
            .toList();
    long news = counts.getOrDefault(IdeaImport.Fate.NEW, 0L);
    long changed = counts.getOrDefault(IdeaImport.Fate.CHANGED, 0L);
    return new IdeaImportCheckPage(
        t(
            "idea.import.summary",
            news,
            changed,
            counts.getOrDefault(IdeaImport.Fate.SAME, 0L),
            counts.getOrDefault(IdeaImport.Fate.WRONG, 0L)),
        rows.stream().limit(SHOWN).toList(),
        Math.max(0, rows.size() - SHOWN),
        news + changed > 0);
  }
}
