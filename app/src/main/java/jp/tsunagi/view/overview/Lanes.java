package jp.tsunagi.view.overview;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.tsunagi.base.calendar.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * The picture above the timeline: years as columns, what ran when as bars in lanes. Pure geometry,
 * in units of the drawing; a bar never leaves it, and bars of one row never overlap.
 */
final class Lanes {
  static final int WIDTH = 1318;
  static final int LABELS = 112;
  static final int HEAD = 46;
  private static final int ROW = 30;
  private static final int BAR = 25;
  private static final int LEAST_COLUMNS = 6;
  private static final int EM = 14;
  private static final int INDENT = 9;
  private static final double LEAST_WIDTH = 6;

  private Lanes() {}

  /** 所属, 教育の支援, 発達支援, 相談. */
  enum Lane {
    AFFILIATION,
    EDUCATION,
    DEVELOPMENT,
    CONSULTATION
  }

  /** What ran from when to when; {@code to} is the first day it no longer runs. */
  record Bar(Lane lane, String label, LocalDate from, @Nullable LocalDate to) {}

  /** A column. */
  record Column(FiscalYear year, double left, double width, boolean current) {
    double middle() {
      return left + width / 2;
    }
  }

  /** A lane with the place of its word. */
  record Row(Lane lane, double y) {}

  /** A bar as drawn; {@code text} is as much of the label as fits. */
  record Box(
      String label, String text, double x, double y, double width, double height, boolean runs) {}

  /** The whole drawing. */
  record Picture(int height, double today, List<Column> columns, List<Row> rows, List<Box> boxes) {}

  /** Draws what there is from birth on, with one year ahead. */
  static Picture draw(LocalDate birth, LocalDate today, List<Bar> bars) {
    FiscalYear now = FiscalYear.of(today);
    FiscalYear first = FiscalYear.of(birth);
    int count = Math.max(LEAST_COLUMNS, now.year() - first.year() + 2);
    double width = (double) (WIDTH - LABELS) / count;
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FiscalYear year = first.plus(i);
      columns.add(new Column(year, LABELS + i * width, width, year.equals(now)));
    }
    Scale scale = new Scale(first.start(), width);
    List<Row> rows = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    double y = HEAD + 6;
    for (Lane lane : Lane.values()) {
      rows.add(new Row(lane, y + 18));
      y += lane(boxes, bars, lane, scale, today, y);
    }
    return new Picture((int) Math.ceil(y), scale.x(today), columns, rows, boxes);
  }

  /** Where a day stands. */
  private record Scale(LocalDate start, double width) {
    double x(LocalDate day) {
      FiscalYear year = FiscalYear.of(day);
      long days = ChronoUnit.DAYS.between(year.start(), year.end());
      double part = (double) ChronoUnit.DAYS.between(year.start(), day) / days;
      double x = LABELS + (year.year() - start.getYear() + part) * width;
      return Math.clamp(x, LABELS, WIDTH);
    }
  }

  /** Puts each bar into the first row of the lane that is free; returns the lane's height. */
  private static double lane(
      List<Box> boxes, List<Bar> bars, Lane lane, Scale scale, LocalDate today, double y) {
    List<Double> free = new ArrayList<>();
    bars.stream()
        .filter(bar -> bar.lane() == lane && !bar.from().isAfter(today))
        .sorted(Comparator.comparing(Bar::from).thenComparing(Bar::label))
        .forEach(bar -> boxes.add(box(bar, free, scale, today, y)));
    return Math.max(1, free.size()) * (double) ROW;
  }

  private static Box box(Bar bar, List<Double> free, Scale scale, LocalDate today, double y) {
    LocalDate to = bar.to();
    boolean runs = to == null || to.isAfter(today);
    double x = scale.x(bar.from());
    double end = runs || to == null ? scale.x(today) : scale.x(to);
    double width = Math.min(Math.max(LEAST_WIDTH, end - x), WIDTH - x);
    int row = 0;
    while (row < free.size() && free.get(row) > x + 0.5) {
      row++;
    }
    if (row == free.size()) {
      free.add(0.0);
    }
    free.set(row, x + width);
    return new Box(bar.label(), fitting(bar.label(), width), x, y + row * ROW, width, BAR, runs);
  }

  /** As much of a label as fits, with a mark when it is shortened; nothing when nothing fits. */
  static String fitting(String label, double width) {
    int fits = (int) ((width - 2 * INDENT) / EM);
    int length = label.codePointCount(0, label.length());
    if (length <= fits) {
      return label;
    }
    return fits < 2 ? "" : label.substring(0, label.offsetByCodePoints(0, fits - 1)) + "\u2026";
  }
}
