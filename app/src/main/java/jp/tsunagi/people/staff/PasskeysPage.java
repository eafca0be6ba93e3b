package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Notice;
import org.jspecify.annotations.Nullable;

/**
 * One's own passkeys.
 *
 * @param login whose they are: PCs are shared
 * @param lead what they are good for
 * @param add where one is added; null where there are enough
 * @param back the page that led here
 * @param notice what was just done, or null
 */
public record PasskeysPage(
    String login,
    String lead,
    List<Line> lines,
    @Nullable Link add,
    Link back,
    @Nullable Notice notice) {
  public PasskeysPage {
    lines = List.copyOf(lines);
  }

  /**
   * A passkey.
   *
   * @param kept whether it is on one device or copied to others
   * @param end where it is taken off
   */
  public record Line(String name, String added, String used, String kept, String end) {}
}
