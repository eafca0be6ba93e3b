package jp.tsunagi.record.form;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import jp.tsunagi.base.calendar.FiscalYear;

/**
 * 期: which sheet of its year it is. Of a form for each term 前期 or 後期; of a form that may be written
 * several times a year the first, the second, …; of every other form nothing.
 *
 * @param number 1 for 前期 and 2 for 後期, or the count from 1; 0 where there is none
 */
public record Term(int number) implements Comparable<Term> {
  /** Of a form with one sheet a year, or one for good. */
  public static final Term NONE = new Term(0);

  /** 前期: April to September. */
  public static final Term FIRST = new Term(1);

  /** 後期: October to March. */
  public static final Term SECOND = new Term(2);

  /** As many sheets of one form as a year can have. */
  public static final int MOST = 999;

  private static final int MONTHS = 6;

  public Term {
    if (number < 0 || number > MOST) {
      throw new IllegalArgumentException("a year has 0 to " + MOST + " of them, not " + number);
    }
  }

  /** As it is kept in the database: empty where there is none. */
  public static Term ofColumn(String column) {
    return column.isEmpty() ? NONE : new Term(Integer.parseInt(column));
  }

  public String column() {
    return isNone() ? "" : String.valueOf(number);
  }

  public boolean isNone() {
    return number == 0;
  }

  /** The term that runs on a day; the first of a year to come, the last of one that is over. */
  public static Term running(LocalDate today, FiscalYear year) {
    return today.isBefore(year.start().plusMonths(MONTHS)) ? FIRST : SECOND;
  }

  public Term next() {
    return new Term(number + 1);
  }

  /** Whether a form of that cycle has such a sheet. */
  public boolean fits(Cycle cycle) {
    return cycle == Cycle.TERMLY ? equals(FIRST) || equals(SECOND) : isNone();
  }

  /** 前期, 第2回; empty where there is nothing to say. */
  public String words(Cycle cycle) {
    if (isNone()) {
      return "";
    }
    return cycle == Cycle.TERMLY
        ? t(equals(FIRST) ? "form.term.first" : "form.term.second")
        : t("form.term.count", number);
  }

  /** A year in words with the term behind it: 令和8年度前期. */
  public String after(String year, Cycle cycle) {
    String own = words(cycle);
    return own.isEmpty() ? year : t("form.term.year", year, own);
  }

  @Override
  public int compareTo(Term other) {
    return Integer.compare(number, other.number);
  }
}
