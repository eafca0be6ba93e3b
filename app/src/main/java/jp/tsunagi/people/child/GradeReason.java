package jp.tsunagi.people.child;

import java.util.Arrays;
import jp.tsunagi.base.calendar.GradeOverride;

/**
 * Why a grade differs from the birth date's, as it is kept: the kind, and a note in words.
 *
 * @param note empty when there is none
 */
record GradeReason(GradeOverride.Reason kind, String note) {
  private static final String BETWEEN = ":";

  String written() {
    return kind.name() + BETWEEN + note;
  }

  /** Text without a known kind before it is a note of another reason. */
  static GradeReason read(String written) {
    int end = written.indexOf(BETWEEN);
    String head = end < 0 ? written : written.substring(0, end);
    return Arrays.stream(GradeOverride.Reason.values())
        .filter(kind -> kind.name().equals(head))
        .findFirst()
        .map(kind -> new GradeReason(kind, end < 0 ? "" : written.substring(end + 1)))
        .orElseGet(() -> new GradeReason(GradeOverride.Reason.OTHER, written));
  }
}
