package jp.tsunagi.base.calendar;

/**
 * A grade other than the birth date says, decided by somebody for a reason. Promotion goes on from
 * it and never overwrites it.
 *
 * @param from the first fiscal year it holds for
 * @param level the grade in that year, 1–12, or 0 and less for a class before school
 */
public record GradeOverride(FiscalYear from, int level, Reason reason) {
  /** Why. */
  public enum Reason {
    /** 就学猶予: starts school later. */
    DEFERRED,
    /** 就学免除: in no grade until a later override; the level says nothing. */
    EXEMPTED,
    /** 原級留置: the same grade once more. */
    REPEATED,
    /** Came from abroad or another system into a grade not of the age. */
    RETURNED,
    /** Anything else, named in a note. */
    OTHER;

    public Words words() {
      return Words.of("calendar.override." + name());
    }
  }

  SchoolGrade grade(FiscalYear in, int natural) {
    return reason == Reason.EXEMPTED
        ? new SchoolGrade.Exempted(natural)
        : SchoolGrade.ofLevel(level + in.year() - from.year());
  }
}
