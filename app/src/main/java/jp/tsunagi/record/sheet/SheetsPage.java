package jp.tsunagi.record.sheet;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of a child that one may read, and the forms one may start.
 *
 * @param url where a start is sent
 */
public record SheetsPage(
    NameView name,
    String plain,
    String child,
    String url,
    List<Line> sheets,
    List<Begin> begin,
    @Nullable RefusalView refusal) {
  /** A sheet that is there. */
  public record Line(String url, String title, String place, String state) {}

  /**
   * A form to start.
   *
   * @param term 1 and 2 for 前期 and 後期, 0 for a form without
   */
  public record Begin(String form, int year, int term, String title) {}
}
