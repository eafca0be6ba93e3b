package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.NameView;

/** Who looked: per day, organisation, post and purpose. */
public record PortalAccessPage(NameView child, List<Day> days, String home) {

  /** One day, latest first. */
  public record Day(String day, List<Look> looks) {}

  /** What a post of an organisation did that day. */
  public record Look(String organisation, String post, List<String> what) {}
}
