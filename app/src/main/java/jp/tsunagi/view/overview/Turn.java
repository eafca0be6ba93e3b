package jp.tsunagi.view.overview;

import jp.tsunagi.record.form.Cycle;
import jp.tsunagi.record.form.Term;

/** How often the form of a sheet is written, and which sheet of its year this one is. */
record Turn(Cycle cycle, Term term) {
  private static final String BETWEEN = ":";

  /** Reads what the statement of the timeline makes of both. */
  static Turn of(String text) {
    int at = text.indexOf(BETWEEN);
    return new Turn(Cycle.valueOf(text.substring(0, at)), Term.ofColumn(text.substring(at + 1)));
  }

  /** Whether the form is filled in anew each year, or more often. */
  boolean isYearly() {
    return cycle != Cycle.ONCE;
  }

  /** 令和8年度前期. */
  String after(String year) {
    return term.after(year, cycle);
  }
}
