package jp.tsunagi.run.ledger;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.TakeOut;
import org.jspecify.annotations.Nullable;

/**
 * Families of the ledger whose consent is not on file yet.
 *
 * @param tabs to be asked, agreed, declined; with how many there are
 * @param state of the tab that is shown
 * @param declined whether these are families that must not be asked again
 * @param size how many fit, and which of them are shown, in words
 * @param heads the columns; sorted by one
 * @param next id of the last family shown when there are more, or null
 */
public record FamiliesPage(
    List<Link> tabs,
    String state,
    boolean declined,
    String lead,
    String q,
    List<Option> programmes,
    List<Option> staff,
    String sort,
    boolean narrowed,
    boolean first,
    String size,
    List<Option> heads,
    List<Row> rows,
    @Nullable String none,
    @Nullable String next,
    @Nullable TakeOut takeOut) {
  /**
   * A family.
   *
   * @param url its own page
   * @param cells in the order of the columns behind name and birth date
   */
  public record Row(String url, String child, String kana, String birth, List<String> cells) {}
}
