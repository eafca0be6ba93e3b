package jp.tsunagi.record.emergency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;

/**
 * One opening.
 *
 * @param closesAt the instant from which nothing is read by it any more
 * @param due the last day on which it is reviewed in time
 */
record Emergency(
    UUID id,
    ChildId child,
    AssignmentId assignment,
    StaffId staff,
    String staffName,
    OrganisationId organisation,
    String organisationName,
    String post,
    EmergencyReason reason,
    String note,
    Instant openedAt,
    Instant closesAt,
    LocalDate due,
    Optional<Review> review) {

  /** What the review found. */
  record Review(Instant at, String by, boolean justified, String note) {}

  /** The same, under the name its place has beside the child. */
  Emergency at(String place) {
    return new Emergency(
        id,
        child,
        assignment,
        staff,
        staffName,
        organisation,
        place,
        post,
        reason,
        note,
        openedAt,
        closesAt,
        due,
        review);
  }

  boolean isOpen(Instant now) {
    return now.isBefore(closesAt);
  }

  boolean isOverdue(LocalDate today) {
    return review.isEmpty() && today.isAfter(due);
  }
}
