package jp.tsunagi.view.overview;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.TakeOut;
import org.jspecify.annotations.Nullable;

/**
 * あゆみ: the years as a picture, then life stage, year, line.
 *
 * @param said what the picture shows, in words
 * @param takeOut where the list is asked for as a file; null for who may not take it out
 */
public record LifePage(
    String said, Picture picture, List<Link> kinds, List<Stage> stages, @Nullable TakeOut takeOut) {

  /** The drawing, see {@link Lanes}. */
  public record Picture(
      int width,
      int height,
      int head,
      String today,
      boolean todayOnTheLeft,
      List<Column> columns,
      List<Row> rows,
      List<Box> boxes) {}

  /** A year. */
  public record Column(
      String left, String width, String middle, String year, String grade, boolean current) {}

  /** The word of a lane. */
  public record Row(String y, String word) {}

  /** A bar. */
  public record Box(
      String label,
      String text,
      String x,
      String y,
      String width,
      String height,
      String textX,
      String textY,
      boolean runs) {}

  /** A life stage. */
  public record Stage(String title, String since, String places, List<Year> years) {}

  /** A fiscal year. */
  public record Year(String title, String western, String grade, List<Line> lines) {}

  /** An event. */
  public record Line(
      String iso,
      String day,
      String word,
      String text,
      String gist,
      @Nullable String url,
      String by,
      List<Link> why) {}
}
