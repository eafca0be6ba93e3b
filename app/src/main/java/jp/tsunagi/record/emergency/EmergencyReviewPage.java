package jp.tsunagi.record.emergency;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;

/** 緊急閲覧の確認: the openings that wait for a word of the reader. */
public record EmergencyReviewPage(List<Line> lines) {

  /**
   * An opening.
   *
   * @param overdue the term is over
   * @param looked what was looked at while it was open, in words
   */
  public record Line(
      String child,
      String who,
      String place,
      String at,
      String until,
      String reason,
      String note,
      String due,
      boolean overdue,
      List<String> looked,
      String url,
      FieldView verdict,
      List<Option> verdicts,
      FieldView word,
      List<FieldView> wrong) {}
}
