package jp.tsunagi.work.request;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.PagerView;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.base.ui.TakeOut;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the reader's places, or by them.
 *
 * @param sides 求められたもの, 求めたもの
 * @param shows which of them
 * @param sorts in which order
 * @param none why nothing is shown
 * @param takeOut null for those who take no lists out
 */
public record RequestsPage(
    List<Link> sides,
    List<Link> shows,
    List<Link> sorts,
    boolean asking,
    List<Row> rows,
    String none,
    String next,
    PagerView pager,
    @Nullable TakeOut takeOut) {

  /**
   * One request.
   *
   * @param place the other side
   */
  public record Row(
      String url,
      NameView name,
      String what,
      String place,
      String asked,
      String needed,
      StatusView status) {}
}
