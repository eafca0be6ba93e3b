package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.Notice;
import org.jspecify.annotations.Nullable;

/**
 * ログイン中の端末, one's own.
 *
 * @param others where all but this one are ended; null where there is no other
 * @param notice what was just done, or null
 */
public record SessionsPage(
    List<Line> lines, @Nullable String others, String home, @Nullable Notice notice) {
  public SessionsPage {
    lines = List.copyOf(lines);
  }

  /**
   * A session.
   *
   * @param end where it is ended; null for the one of this browser
   */
  public record Line(String browser, String since, String seen, @Nullable String end) {}
}
