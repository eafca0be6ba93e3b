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
    Period period) {

  boolean begins(LocalDate after) {
    return period.from().isAfter(after);
  }
}
