package jp.tsunagi.view.overview;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.PagerView;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.base.ui.TakeOut;
import org.jspecify.annotations.Nullable;

/**
 * The work lists of a hub: what waits today, then one list with the others beside it (A13).
 *
 * @param ways where children come in: first the registration, then what is seldom
 * @param rest what waits beside the things for today: each list with the number left over
 * @param size how many lines the list has, and has as it is narrowed
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
    List<Link> rest,
    List<Link> lists,
    String list,
    String size,
    Filters filters,
    List<Head> heads,
    List<Line> lines,
    @Nullable Empty empty,
    PagerView pager,
    @Nullable TakeOut takeOut) {

  /**
   * What the list is narrowed by.
   *
   * @param url where it is asked for
   * @param choices the fields with their options
   * @param kept what is asked for beside the fields
   * @param whole the list without any of it; null when nothing narrows it
   */
  public record Filters(
      String url, List<Choice> choices, FieldView words, List<Link> kept, @Nullable String whole) {}

  /** A field and what may be chosen. */
  public record Choice(FieldView field, List<Option> options) {}

  /**
   * The head of a column.
   *
   * @param url sorts by it; null where nothing is sorted
   * @param sorted ascending or descending; null when the list is not sorted by it
   */
  public record Head(String text, @Nullable String url, @Nullable String sorted) {}

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
