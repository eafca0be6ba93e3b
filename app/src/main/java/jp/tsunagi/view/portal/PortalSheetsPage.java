package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.NameView;

/** What was written about a child, as far as it is meant for the family. */
public record PortalSheetsPage(NameView child, List<Row> rows, String home) {
  /** One sheet. */
  public record Row(String url, String title, String place, String year, boolean waits) {}
}
