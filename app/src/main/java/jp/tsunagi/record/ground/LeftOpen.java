package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.Period;

/**
 * 異議のあとに残るもの: what objections leave of one line of a consent, day by day. An objection to the
 * category or to the very section takes the line away; one to a section of a line that opens the
 * whole category leaves the rest of the category. Pure.
 */
final class LeftOpen {
  private LeftOpen() {}

  /**
   * Days on which the line is open.
   *
   * @param excluded sections it does not open on these days, in order
   */
  record Piece(Period period, List<String> excluded) {}

  /** What is left, in the order of days. */
  static List<Piece> of(ScopeLine line, Period period, List<GrantRule.Objected> objections) {
    List<Period> closed =
        objections.stream()
            .filter(one -> one.scope().stream().anyMatch(said -> said.covers(line)))
            .map(GrantRule.Objected::period)
            .toList();
    List<GrantRule.Objected> narrowing =
        objections.stream()
            .filter(one -> one.scope().stream().anyMatch(said -> narrows(said, line)))
            .toList();
    return period.without(closed).stream()
        .flatMap(left -> slices(left, narrowing).stream())
        .map(slice -> new Piece(slice, excluded(line, slice, narrowing)))
        .toList();
  }

  private static boolean narrows(ScopeLine said, ScopeLine line) {
    return line.section().isEmpty() && line.covers(said) && said.section().isPresent();
  }

  private static List<String> excluded(
      ScopeLine line, Period slice, List<GrantRule.Objected> narrowing) {
    return narrowing.stream()
        .filter(one -> one.period().overlaps(slice))
        .flatMap(one -> one.scope().stream())
        .filter(said -> narrows(said, line))
        .flatMap(said -> said.section().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** The period, cut at every day on which an objection begins or ends. */
  private static List<Period> slices(Period period, List<GrantRule.Objected> objections) {
    TreeSet<LocalDate> cuts = new TreeSet<>();
    objections.stream()
        .map(GrantRule.Objected::period)
        .flatMap(one -> Stream.of(one.from(), one.to()))
        .filter(Objects::nonNull)
        .filter(day -> day.isAfter(period.from()) && period.contains(day))
        .forEach(cuts::add);
    List<Period> slices = new ArrayList<>();
    LocalDate from = period.from();
    for (LocalDate cut : cuts) {
      slices.add(new Period(from, cut));
      from = cut;
    }
    slices.add(new Period(from, period.to()));
    return slices;
  }
}
