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
   * @param scope what may be read by it, line by line
   * @param history whether 前の版 may be read too
   * @param papers what went out of the house on paper by it
   * @param withdrawal where it can be taken back; null when there is nothing to take back
   */
  public record Row(
      String kind,
      StatusView status,
      String day,
      String giver,
      String means,
      String receivers,
      List<String> scope,
      boolean history,
      String period,
      List<String> papers,
      @Nullable String withdrawal) {}
}
