package jp.tsunagi.people.staff;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;

/** An assignment as the register shows it: who, where, as what, with which class, when. */
record HeldPost(
    AssignmentId id,
    StaffId staff,
    OrganisationId organisation,
    String organisationName,
    Connection connection,
    PostKind post,
    Optional<String> schoolClass,
    Period period,
    Standing standing,
    Optional<String> insteadOf,
    Optional<Refused> refused) {

  /** Whether an assignment holds (ADR 9). */
  enum Standing {
    HOLDS,
    /** It waits for a confirmation. */
    WAITS,
    /** Nobody there knows the person; it never holds. */
    REFUSED
  }

  /**
   * Who refused it, why, and whether an administrator has read it.
   *
   * @param by name
   */
  record Refused(String by, String reason, boolean seen) {}

  /** Whether it lets the person act on that day. */
  boolean holdsOn(LocalDate day) {
    return standing == Standing.HOLDS && period.contains(day);
  }

  boolean begins(LocalDate after) {
    return period.from().isAfter(after);
  }
}
