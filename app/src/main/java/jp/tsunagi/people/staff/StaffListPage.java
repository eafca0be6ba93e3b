package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * 職員: the register as a table.
 *
 * @param total how many fit in all; a page shows a hundred
 * @param next id of the last person shown when there are more, or null
 * @param notices what waits for a confirmation, and what was refused
 */
public record StaffListPage(
    int total,
    boolean narrowed,
    String q,
    List<Option> organisations,
    List<Option> lacks,
    String sort,
    List<Row> rows,
    @Nullable String next,
    List<Link> notices) {
  public StaffListPage {
    notices = List.copyOf(notices);
  }

  /** One person; what is missing is said in words. */
  public record Row(
      String url,
      String name,
      String kana,
      List<Held> posts,
      @Nullable String login,
      @Nullable String pledge,
      @Nullable String leaves) {}

  /** A post; {@code note} while it has not begun, or waits to be confirmed. */
  public record Held(String organisation, String post, String since, @Nullable String note) {}
}
