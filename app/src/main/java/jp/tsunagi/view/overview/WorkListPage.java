package jp.tsunagi.view.overview;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.PagerView;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.base.ui.TakeOut;
import org.jspecify.annotations.Nullable;

/**
 * The work lists of a hub: what waits today, then one list with the others beside it (A13).
 *
 * @param ways where children come in: first the registration, then what is seldom
 * @param heads of the columns between name and next step
 * @param empty what is empty and what comes next; null when there are lines
 */
public record WorkListPage(
    String title,
    String dateIso,
    String date,
    List<Link> desks,
    List<Link> ways,
    List<DayPage.Task> tasks,
    List<Link> lists,
    String list,
    List<Link> filters,
    List<String> heads,
    List<Line> lines,
    @Nullable Empty empty,
    PagerView pager,
    @Nullable TakeOut takeOut) {

  /** What is empty, and what comes next. */
  public record Empty(String what, String next, @Nullable Link way) {}

  /** A child. */
  public record Line(
      String url,
      NameView name,
      String grade,
      String birth,
      List<String> cells,
      @Nullable StatusView status,
      @Nullable Begin begin,
      @Nullable Link next) {}

  /** A sheet to begin. */
  public record Begin(String text, String child, String form, String programme, int year) {}
}
