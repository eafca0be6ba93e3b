package jp.tsunagi.record.idea;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;

/**
 * What the bank offers to a writer.
 *
 * @param more whether there is more than is shown
 */
public record IdeaFoundPage(List<Row> rows, boolean more) {
  public IdeaFoundPage {
    rows = List.copyOf(rows);
  }

  /**
   * An example.
   *
   * @param about kind and needs in words
   * @param own whether it is the organisation's
   */
  public record Row(String id, String text, String about, boolean own, IdeaStarPage star) {}

  static IdeaFoundPage of(List<IdeaSql.Met> met, int shown) {
    return new IdeaFoundPage(
        met.stream().limit(shown).map(IdeaFoundPage::row).toList(), met.size() > shown);
  }

  private static Row row(IdeaSql.Met met) {
    Idea idea = met.idea();
    String about = IdeaWords.about(idea);
    return new Row(
        idea.id().toString(),
        idea.text(),
        met.recent() ? t("idea.recent", about) : about,
        idea.organisation().isPresent(),
        new IdeaStarPage(idea.id().toString(), met.favourite()));
  }
}
