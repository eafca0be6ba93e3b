package jp.tsunagi.base.calendar;

import static jp.tsunagi.base.calendar.DateReading.Question.OTHER_ERA;
import static jp.tsunagi.base.calendar.DateReading.Question.WEEKDAY_DIFFERS;
import static jp.tsunagi.base.calendar.DateReading.Question.WHICH_YEAR;
import static jp.tsunagi.base.calendar.DateReading.Refusal.EMPTY;
import static jp.tsunagi.base.calendar.DateReading.Refusal.NO_SUCH_DAY;
import static jp.tsunagi.base.calendar.DateReading.Refusal.OUTSIDE;
import static jp.tsunagi.base.calendar.DateReading.Refusal.UNREADABLE;
import static jp.tsunagi.base.calendar.DateReading.Refusal.YEARS_DISAGREE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.calendar.DateReading.Ambiguous;
import jp.tsunagi.base.calendar.DateReading.NotADate;
import jp.tsunagi.base.calendar.DateReading.Question;
import jp.tsunagi.base.calendar.DateReading.Read;
import jp.tsunagi.base.calendar.DateReading.ReadMonth;
import jp.tsunagi.base.calendar.DateReading.Refusal;

/**
 * Reads dates as people type and ledgers hold them (DOMAIN: calendars): R7.4.2, 令7/4/2, 令和7年4月2日,
 * 令和元年, R070402, 2025-04-02, 2025/4/2, 20250402, 2025年（令和7年）4月2日, with weekday, 生 or a
 * spreadsheet's midnight behind, half or full width; year and month alone. 070402 and 7.4.2 have
 * several readings.
 *
 * @param plausible the days this field can take; also limits what two digits can mean
 */
public record DateReader(Period plausible) {
  private static final List<Era> ERAS_OF_SHORT_YEARS = List.of(Era.REIWA, Era.HEISEI, Era.SHOWA);
  private static final int[] CENTURIES = {2000, 1900};
  private static final int LIFETIME = 100;
  private static final int YEARS_AHEAD = 30;

  /** For birth dates: the last hundred years, today included. */
  public static DateReader births(LocalDate today) {
    return new DateReader(Period.through(today.minusYears(LIFETIME), today));
  }

  /** For any date: from 大正 to thirty years ahead. */
  public static DateReader anyDay(LocalDate today) {
    return new DateReader(Period.through(Era.TAISHO.first(), today.plusYears(YEARS_AHEAD)));
  }

  public DateReading read(String typed) {
    var plain = TypedDate.tidy(typed);
    if (plain.isEmpty()) {
      return new NotADate(EMPTY);
    }
    return TypedDate.of(plain).map(this::decide).orElseGet(() -> new NotADate(UNREADABLE));
  }

  private DateReading decide(TypedDate typed) {
    try {
      if (typed.era() == null && typed.shortYear()) {
        return shortYear(typed);
      }
      if (typed.yearsDisagree()) {
        return new NotADate(YEARS_DISAGREE);
      }
      return typed.year() < 1 ? new NotADate(NO_SUCH_DAY) : certain(typed);
    } catch (DateTimeException e) {
      return new NotADate(NO_SUCH_DAY);
    }
  }

  private DateReading certain(TypedDate typed) {
    if (typed.day() == TypedDate.NO_DAY) {
      return month(YearMonth.of(typed.westernYear(), typed.month()));
    }
    var day = typed.inYear(typed.westernYear());
    if (!plausible.contains(day)) {
      return new NotADate(OUTSIDE);
    }
    return doubt(typed, day)
        .<DateReading>map(question -> new Ambiguous(List.of(day), question))
        .orElseGet(() -> new Read(day));
  }

  private DateReading month(YearMonth month) {
    var days = new Period(month.atDay(1), month.plusMonths(1).atDay(1));
    return plausible.overlaps(days) ? new ReadMonth(month) : new NotADate(OUTSIDE);
  }

  private static Optional<Question> doubt(TypedDate typed, LocalDate day) {
    var era = typed.era();
    if (era != null && Era.at(day).orElse(null) != era) {
      return Optional.of(OTHER_ERA);
    }
    return typed.weekdayFits(day) ? Optional.empty() : Optional.of(WEEKDAY_DIFFERS);
  }

  private DateReading shortYear(TypedDate typed) {
    var possible = new LinkedHashSet<LocalDate>();
    ERAS_OF_SHORT_YEARS.forEach(era ->
        existing(typed, era.westernYear(typed.year()))
            .filter(day -> typed.year() > 0 && Era.at(day).orElse(null) == era)
            .ifPresent(possible::add));
    for (var century : CENTURIES) {
      existing(typed, century + typed.year()).ifPresent(possible::add);
    }
    var days = possible.stream().filter(plausible::contains).toList();
    return switch (days.size()) {
      case 0 -> monthOfSixDigits(typed).orElse(new NotADate(refusal(possible.isEmpty())));
      case 1 -> new Read(days.getFirst());
      default -> new Ambiguous(days, WHICH_YEAR);
    };
  }

  /** 202504: no day in any reading, but a month. */
  private Optional<DateReading> monthOfSixDigits(TypedDate typed) {
    var year = typed.year() * 100 + typed.month();
    return typed.compact() && typed.day() >= 1 && typed.day() <= 12
        ? Optional.of(month(YearMonth.of(year, typed.day()))).filter(ReadMonth.class::isInstance)
        : Optional.empty();
  }

  private static Refusal refusal(boolean none) {
    return none ? NO_SUCH_DAY : OUTSIDE;
  }

  private static Optional<LocalDate> existing(TypedDate typed, int year) {
    try {
      return Optional.of(typed.inYear(year));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
