package jp.tsunagi.work.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.StaffId;

/**
 * A list of sheets handed in together.
 *
 * @param schoolClass the class it is about; empty: all children of the place
 * @param expected how many children the class or place had when the list was made
 */
record Submission(
    UUID id,
    What what,
    int expected,
    String note,
    LocalDate lastDay,
    StaffId askedBy,
    String askedByName,
    Instant askedAt,
    Optional<Decision> decision,
    List<Line> lines) {
  Submission {
    lines = List.copyOf(lines);
  }

  /** Which sheets, from where, to whom. */
  record What(
      OrganisationId place,
      OrganisationId receiver,
      String form,
      int year,
      Optional<ClassId> schoolClass) {}

  /** What the second person said. */
  record Decision(String name, boolean approved, String note) {}

  /**
   * One child's sheet in it.
   *
   * @param leftOut the second person took it out, or it was not final any more
   */
  record Line(ChildId child, SheetId sheet, UUID ground, boolean leftOut) {}

  /** A list that nobody decided until its last day opens nothing any more. */
  boolean waits(LocalDate today) {
    return decision.isEmpty() && !lastDay.isBefore(today);
  }

  boolean approved() {
    return decision.filter(Decision::approved).isPresent();
  }
}
