package jp.tsunagi.record.law;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;

/**
 * What waits for a second person, and what is open to the reader's organisations without consent.
 */
public record LawDecisionsPage(List<Waiting> waiting, List<Open> open) {

  /** One that waits. */
  public record Waiting(
      String child,
      LawsPage.Line line,
      String url,
      FieldView verdict,
      List<Option> verdicts,
      FieldView word,
      List<FieldView> wrong) {}

  /** One that is open. */
  public record Open(String child, String url, String law, String period) {}
}
