package jp.tsunagi.base.calendar;

import java.time.LocalDate;
import java.time.Month;

/**
 * 同学年: the children born from 2 April of a year to 1 April of the next. Whoever is born on 1 April
 * is a year older at the end of 31 March and so belongs to the older ones (早生まれ).
 *
 * @param year the fiscal year of the day before the birth
 */
public record Cohort(int year) {
  /** Years between the cohort and its first school year, less one. */
  private static final int BEFORE_SCHOOL = 6;

  private static final int ADULT = 18;

  public static Cohort of(LocalDate birth) {
    return new Cohort(FiscalYear.of(birth.minusDays(1)).year());
  }

  /** The birth dates: 2 April to 1 April. Printed above the columns of statistics. */
  public Period births() {
    return new Period(LocalDate.of(year, Month.APRIL, 2), LocalDate.of(year + 1, Month.APRIL, 2));
  }

  /** 学年 as a level: 1–6 小, 7–9 中, 10–12 高, 0 the year before school, and so on downwards. */
  public int level(FiscalYear in) {
    return in.year() - year - BEFORE_SCHOOL;
  }

  /** 学年齢 (歳児クラス): the age on 1 April in law, 0 for all who are younger. */
  public int classAge(FiscalYear in) {
    return Math.max(0, in.year() - year - 1);
  }

  /**
   * 年度内到達年齢: the age reached in law within the fiscal year, one more than the class age; 0 in the
   * year of birth. Statistics of some cities count by it: never mix the two.
   */
  public int ageReached(FiscalYear in) {
    return Math.max(0, in.year() - year);
  }

  /** 18歳に達する日以後の最初の3月31日: the last day of 高校生年代. */
  public LocalDate lastDayOfYouth() {
    return LocalDate.of(year + ADULT + 1, Month.MARCH, 31);
  }
}
