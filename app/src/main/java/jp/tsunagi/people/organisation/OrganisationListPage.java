package jp.tsunagi.people.organisation;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.StatusView;
import org.jspecify.annotations.Nullable;

/**
 * 機関: the register as a table.
 *
 * @param total how many stand in the register, shown or not
 * @param narrowed whether a filter leaves some out
 * @param closed whether those that work no longer are shown
 * @param gone how many of them there are
 * @param heads the columns; the one sorted by is current
 */
public record OrganisationListPage(
    int total,
    boolean narrowed,
    String q,
    List<Option> kinds,
    List<Option> districts,
    String sort,
    boolean closed,
    long gone,
    List<Link> heads,
    List<Row> rows,
    String file) {

  /** One organisation. */
  public record Row(
      String url,
      String name,
      String kana,
      String kind,
      String tier,
      String district,
      StatusView connection,
      @Nullable String phone,
      @Nullable String closed) {}
}
