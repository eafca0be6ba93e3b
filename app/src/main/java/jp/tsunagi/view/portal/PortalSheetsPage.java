package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import org.jspecify.annotations.Nullable;

/** What was written about a child, as far as it is meant for the family. */
public record PortalSheetsPage(NameView child, List<Row> rows, String home) {
  /**
   * One sheet.
   *
   * @param answer whose answer it waits for; null when none is awaited
   */
  public record Row(String url, String title, String place, String year, @Nullable String answer) {}
}
