package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.StatusView;
import org.jspecify.annotations.Nullable;

/** What the family agreed to about one child. */
public record PortalConsentsPage(NameView child, List<Row> rows, String home) {

  /**
   * One consent.
   *
   * @param withdrawal where it can be taken back; null when there is nothing to take back
   */
  public record Row(
      String kind,
      StatusView status,
      String given,
      String receivers,
      List<String> scope,
      String period,
      @Nullable String withdrawal) {}
}
