package jp.tsunagi.base.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 期間: half-open days {@code [from, to)}, as stored in {@code valid_from} and {@code valid_to}. A
 * last day D is stored as D + 1. Never empty.
 *
 * @param to the first day no longer within, null while no end is known
 */
public record Period(LocalDate from, @Nullable LocalDate to) {
  public Period {
    if (to != null && !from.isBefore(to)) {
      throw new IllegalArgumentException("empty period " + from + " – " + to);
    }
  }

  /** From a day on, without a known end. */
  public static Period since(LocalDate from) {
    return new Period(from, null);
  }

  /** From the first to the last day, both within, as people write it. */
  public static Period through(LocalDate first, LocalDate last) {
    return new Period(first, last.plusDays(1));
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && endsAfter(day);
  }

  /** Whether every day of the other is within. */
  public boolean contains(Period other) {
    return intersect(other).filter(other::equals).isPresent();
  }

  public boolean overlaps(Period other) {
    return endsAfter(other.from) && other.endsAfter(from);
  }

  /** The days of both; none when they do not meet. */
  public Optional<Period> intersect(Period other) {
    if (!overlaps(other)) {
      return Optional.empty();
    }
    var later = from.isAfter(other.from) ? from : other.from;
    return Optional.of(new Period(later, earlier(to, other.to)));
  }

  /** The last day within; none while no end is known. */
  public Optional<LocalDate> lastDay() {
    return Optional.ofNullable(to).map(end -> end.minusDays(1));
  }

  /** The same, ending at the latest before that day; none when nothing is left. */
  public Optional<Period> endedAt(LocalDate end) {
    return end.isAfter(from) ? Optional.of(new Period(from, earlier(to, end))) : Optional.empty();
  }

  /** The days of this one that are in none of those, in their order. */
  public List<Period> without(Collection<Period> others) {
    List<Period> left = new ArrayList<>();
    Optional<Period> rest = Optional.of(this);
    for (Period other : merged(others)) {
      if (rest.isPresent()) {
        rest.get().endedAt(other.from).ifPresent(left::add);
        LocalDate end = other.to;
        rest = end == null ? Optional.empty() : rest.flatMap(it -> it.intersect(since(end)));
      }
    }
    rest.ifPresent(left::add);
    return left;
  }

  /** The fewest periods with exactly the days of these, in their order. */
  public static List<Period> merged(Collection<Period> periods) {
    List<Period> merged = new ArrayList<>();
    for (Period next : periods.stream().sorted(Comparator.comparing(Period::from)).toList()) {
      Period last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || (last.to != null && last.to.isBefore(next.from))) {
        merged.add(next);
      } else {
        merged.set(merged.size() - 1, new Period(last.from, later(last.to, next.to)));
      }
    }
    return merged;
  }

  private boolean endsAfter(LocalDate day) {
    return to == null || day.isBefore(to);
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || b == null ? null : a.isAfter(b) ? a : b;
  }
}
