package jp.tsunagi.base.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PeriodTest {
  private static final LocalDate ZERO = LocalDate.of(2025, 3, 20);
  private static final int SPAN = 30;

  @Provide
  Arbitrary<Period> periods() {
    var closed =
        Combinators.combine(
                Arbitraries.integers().between(0, SPAN), Arbitraries.integers().between(1, SPAN))
            .as((from, days) -> new Period(ZERO.plusDays(from), ZERO.plusDays(from + days)));
    var open =
        Arbitraries.integers().between(0, SPAN).map(from -> Period.since(ZERO.plusDays(from)));
    return Arbitraries.frequencyOf(Tuple.of(3, closed), Tuple.of(1, open));
  }

  /** The days themselves, far enough to tell an open end from a closed one. */
  private static List<LocalDate> days(Period period) {
    return IntStream.range(-1, 3 * SPAN).mapToObj(ZERO::plusDays).filter(period::contains).toList();
  }

  @Property
  void meetingIsWhatTheDaysHaveInCommon(@ForAll("periods") Period a, @ForAll("periods") Period b) {
    var common = days(a).stream().filter(days(b)::contains).toList();
    assertThat(a.overlaps(b)).isEqualTo(!common.isEmpty());
    assertThat(a.intersect(b).map(PeriodTest::days))
        .isEqualTo(common.isEmpty() ? Optional.empty() : Optional.of(common));
    assertThat(a.contains(b)).isEqualTo(days(a).containsAll(days(b)));
  }

  @Property
  void intersectionCommutesAndAssociates(
      @ForAll("periods") Period a, @ForAll("periods") Period b, @ForAll("periods") Period c) {
    assertThat(a.intersect(b)).isEqualTo(b.intersect(a));
    assertThat(a.overlaps(b)).isEqualTo(b.overlaps(a));
    assertThat(a.intersect(a)).contains(a);
    assertThat(a.intersect(b).flatMap(c::intersect))
        .isEqualTo(b.intersect(c).flatMap(a::intersect));
    a.intersect(b)
        .ifPresent(both -> {
          assertThat(a.contains(both)).isTrue();
          assertThat(b.contains(both)).isTrue();
        });
  }

  @Property
  void theLastDayIsTheLastWithin(@ForAll("periods") Period period) {
    assertThat(period.contains(period.from())).isTrue();
    assertThat(period.contains(period.from().minusDays(1))).isFalse();
    period
        .lastDay()
        .ifPresent(last -> {
          assertThat(period.contains(last)).isTrue();
          assertThat(period.contains(last.plusDays(1))).isFalse();
          assertThat(Period.through(period.from(), last)).isEqualTo(period);
        });
  }

  @Property
  void endingCutsAndNeverLengthens(@ForAll("periods") Period period) {
    for (var offset = 0; offset < SPAN * 2; offset++) {
      var end = ZERO.plusDays(offset);
      var expected = days(period).stream().filter(day -> day.isBefore(end)).toList();
      assertThat(period.endedAt(end).map(PeriodTest::days))
          .isEqualTo(expected.isEmpty() ? Optional.empty() : Optional.of(expected));
    }
  }

  @Example
  void isNeverEmpty() {
    assertThatThrownBy(() -> new Period(ZERO, ZERO)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Period.through(ZERO, ZERO.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Period.since(ZERO).lastDay()).isEmpty();
    assertThat(Period.through(ZERO, ZERO).lastDay()).contains(ZERO);
  }

  @Property
  void takingOthersAwayLeavesTheirDaysOut(
      @ForAll("periods") Period period,
      @ForAll @net.jqwik.api.constraints.Size(max = 5)
          List<@net.jqwik.api.From("periods") Period> others) {
    var expected =
        days(period).stream()
            .filter(day -> others.stream().noneMatch(other -> other.contains(day)))
            .toList();
    assertThat(period.without(others).stream().flatMap(each -> days(each).stream()).toList())
        .isEqualTo(expected);
  }

  @Property
  void mergingKeepsTheDaysAndLeavesNoTwoThatTouch(
      @ForAll @net.jqwik.api.constraints.Size(max = 6)
          List<@net.jqwik.api.From("periods") Period> some) {
    var merged = Period.merged(some);
    var all = some.stream().flatMap(each -> days(each).stream()).distinct().sorted().toList();
    assertThat(merged.stream().flatMap(each -> days(each).stream()).toList()).isEqualTo(all);
    for (int at = 1; at < merged.size(); at++) {
      assertThat(merged.get(at - 1).to()).isBefore(merged.get(at).from());
    }
  }
}
