package jp.tsunagi.base.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * 満年齢 in whole years, months and days, as people count it and as assessments ask for it: a year
 * more on the birthday.
 */
public record Age(int years, int months, int days) {
  /** The age on a day not before the birth. */
  public static Age at(LocalDate birth, LocalDate day) {
    if (day.isBefore(birth)) {
      throw new IllegalArgumentException("not born on " + day);
    }
    var age = birth.until(day);
    return new Age(age.getYears(), age.getMonths(), age.getDays());
  }

  /**
   * 修正月齢: the age counted from the day the birth was due, for children born before the 37th week.
   * None for others, before the due day, and once it has come to {@code untilYears}.
   */
  public static Optional<Age> corrected(
      LocalDate birth, Gestation gestation, LocalDate day, int untilYears) {
    var due = gestation.due(birth);
    return gestation.preterm() && !day.isBefore(due)
        ? Optional.of(at(due, day)).filter(age -> age.years < untilYears)
        : Optional.empty();
  }

  /**
   * The day at whose end an age is reached in law (年齢計算ニ関スル法律, 民法143条): the day before the
   * birthday.
   */
  public static LocalDate reachedInLaw(LocalDate birth, int years) {
    return birthday(birth, years).minusDays(1);
  }

  /**
   * The birthday on which an age is counted; of those born on 29 February 1 March in common years.
   */
  public static LocalDate birthday(LocalDate birth, int years) {
    var day = birth.plusYears(years);
    var missing =
        birth.getMonth() == Month.FEBRUARY && birth.getDayOfMonth() != day.getDayOfMonth();
    return missing ? day.plusDays(1) : day;
  }

  /** 7歳11か月; 11か月 in the first year; 生後12日 in the first month. */
  public Words words() {
    var unit = years > 0 ? "years" : months > 0 ? "months" : "days";
    return Words.of("calendar.age." + unit, years, months, days);
  }
}
