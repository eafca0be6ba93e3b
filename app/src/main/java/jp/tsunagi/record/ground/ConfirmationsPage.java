package jp.tsunagi.record.ground;

import java.util.List;
import jp.tsunagi.base.ui.NameView;

/** Consents that wait for the reader's confirmation. */
public record ConfirmationsPage(List<Row> rows) {
  /** One of them; confirmed on its own page, with the paper in sight. */
  public record Row(
      String url, NameView name, String facts, String kind, String receivers, String givenOn) {}
}
