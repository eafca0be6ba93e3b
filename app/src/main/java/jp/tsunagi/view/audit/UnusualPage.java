package jp.tsunagi.view.audit;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import org.jspecify.annotations.Nullable;

/**
 * ふだんと違う閲覧 of a month: each finding, and what somebody who looked at it wrote.
 *
 * @param open how many nobody has looked at
 */
public record UnusualPage(String month, List<Link> months, int open, List<Row> rows) {
  public UnusualPage {
    months = List.copyOf(months);
    rows = List.copyOf(rows);
  }

  /**
   * A finding.
   *
   * @param key what is sent when it was looked at
   * @param rows the rows of that person on that day
   * @param child whose page of rows is a step away; null where it is no one child
   * @param looked who looked at it, when, and what came of it; null while nobody has
   * @param note the field for that; null once somebody has
   */
  public record Row(
      String key,
      String rule,
      String day,
      Link rows,
      @Nullable Link child,
      @Nullable String looked,
      @Nullable FieldView note) {}
}
