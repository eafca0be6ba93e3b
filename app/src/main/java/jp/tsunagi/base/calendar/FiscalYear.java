package jp.tsunagi.base.calendar;

import java.time.LocalDate;
import java.time.Month;

/**
 * 年度: 1 April to 31 March, named by the western year in which it begins. 平成31年度 and 令和元年度 are one
 * and the same.
 */
public record FiscalYear(int year) implements Comparable<FiscalYear> {
  /** The fiscal year of a day. */
  public static FiscalYear of(LocalDate day) {
    return new FiscalYear(
        day.getMonthValue() < Month.APRIL.getValue() ? day.getYear() - 1 : day.getYear());
  }

  /** The fiscal year of an era's year, as written on papers. */
  public static FiscalYear of(Era era, int year) {
    return new FiscalYear(era.westernYear(year));
  }

  /** 1 April. */
  public LocalDate start() {
    return LocalDate.of(year, Month.APRIL, 1);
  }

  /** The day after the last: 1 April of the next. */
  public LocalDate end() {
    return next().start();
  }

  /** Its days, half-open. */
  public Period period() {
    return new Period(start(), end());
  }

  public boolean contains(LocalDate day) {
    return of(day).equals(this);
  }

  public FiscalYear next() {
    return plus(1);
  }

  public FiscalYear previous() {
    return plus(-1);
  }

  public FiscalYear plus(int years) {
    return new FiscalYear(year + years);
  }

  /** 令和7年度（2025）. */
  public Words words() {
    return words("calendar.fiscal.full");
  }

  /** 令和7年度. */
  public Words plainWords() {
    return words("calendar.fiscal.plain");
  }

  @Override
  public int compareTo(FiscalYear other) {
    return Integer.compare(year, other.year);
  }

  /** The era that holds in the middle of the year names it: 令和元年度, 昭和63年度. */
  private Words words(String key) {
    var era = Era.at(start().plusMonths(6)).orElse(null);
    return era == null
        ? Words.of("calendar.fiscal.western", "", "", year)
        : Words.of(key, era.words(), JapaneseDate.yearWords(year - era.westernYear(1) + 1), year);
  }
}
