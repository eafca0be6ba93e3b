package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;

import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.people.organisation.SchoolClass;

/** A class with its fiscal year, as a list of choices names it. */
final class ClassWords {
  private ClassWords() {}

  static String of(SchoolClass one) {
    return one.name() + "\u3000" + new FiscalYear(one.fiscalYear()).plainWords().in(language());
  }
}
