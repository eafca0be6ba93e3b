package jp.tsunagi.base.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What {@link DateReader} made of typed text. Nothing is guessed: what is unclear is asked. */
public sealed interface DateReading {
  /** A day. */
  record Read(LocalDate day) implements DateReading {}

  /** Year and month only. */
  record ReadMonth(YearMonth month) implements DateReading {}

  /** One of these days, likeliest first: show them and ask. */
  record Ambiguous(List<LocalDate> days, Question question) implements DateReading {
    public Ambiguous {
      days = List.copyOf(days);
    }
  }

  /** No date, and why. */
  record NotADate(Refusal refusal) implements DateReading {}

  /** What to ask the user. */
  enum Question {
    /** A year of two digits without an era. */
    WHICH_YEAR,
    /** 平成31.5.1: that year of the era did not have this day; another era's year did. */
    OTHER_ERA,
    /** The weekday written beside does not fit. */
    WEEKDAY_DIFFERS;

    public Words words() {
      return Words.of("calendar.asking." + name());
    }
  }

  /** Why it is no date. */
  enum Refusal {
    /** Nothing was typed. */
    EMPTY,
    /** Not written as any date is. */
    UNREADABLE,
    /** 30 February, month 13, year 0. */
    NO_SUCH_DAY,
    /** A day, but not one this field can take. */
    OUTSIDE,
    /** Era and western year are both written and differ. */
    YEARS_DISAGREE;

    public Words words() {
      return Words.of("calendar.reading." + name());
    }
  }
}
