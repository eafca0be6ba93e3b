package jp.tsunagi.view.overview;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.MarkView;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.base.ui.TakeOut;
import org.jspecify.annotations.Nullable;

/**
 * わたしの学級: one row per child, above it at most seven things for today, each with one button.
 *
 * @param desks the reader's other posts, when there are several
 * @param rest what waits beside the seven things for today
 * @param classes filter by class, for who holds the whole place
 * @param numbered whether the first column is 出席番号
 * @param takeOut null for who may not take the list out
 * @param hiddenRows how a filter leaves no row, in words; null when there are rows
 */
public record DayPage(
    String title,
    String size,
    String dateIso,
    String date,
    List<Link> desks,
    List<Task> tasks,
    List<Link> rest,
    String planTitle,
    List<Link> states,
    List<Link> classes,
    boolean numbered,
    List<Head> heads,
    List<Line> lines,
    @Nullable String hiddenRows,
    @Nullable TakeOut takeOut,
    String foot) {

  /** The head of a column; {@code url} sorts by it. */
  public record Head(String text, @Nullable String url, boolean sorted) {}

  /** One thing for today: when, who, what, one button. */
  public record Task(String when, String who, String what, Do next) {}

  /** Where to go, or which form to begin for which child. */
  public record Do(
      String text,
      @Nullable String url,
      @Nullable String child,
      @Nullable String form,
      @Nullable String programme,
      int year) {}

  /** A child. */
  public record Line(
      String number,
      String url,
      NameView name,
      List<MarkView> marks,
      String place,
      StatusView status,
      @Nullable Do next,
      @Nullable Link unread,
      String received) {}
}
