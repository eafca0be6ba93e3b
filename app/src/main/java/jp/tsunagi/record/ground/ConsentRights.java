package jp.tsunagi.record.ground;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.OrganisationId;

/**
 * Who may ask a family for a consent and put it on file. The hubs for everything; a 園 or a school
 * for a handover or a sharing in which it gives or receives itself.
 */
final class ConsentRights {
  private ConsentRights() {}

  /** The seat under which it may be done, if there is one. */
  static Optional<Seat> seat(
      List<Seat> seats,
      ConsentKind kind,
      Optional<Set<OrganisationId>> giving,
      Set<OrganisationId> receiving) {
    return seats.stream().filter(seat -> allows(seat, kind, giving, receiving)).findFirst();
  }

  private static boolean allows(
      Seat seat,
      ConsentKind kind,
      Optional<Set<OrganisationId>> giving,
      Set<OrganisationId> receiving) {
    if (seat.may(Right.INTAKE)) {
      return true;
    }
    return seat.may(Right.ENROL)
        && kind != ConsentKind.USE
        && (receiving.contains(seat.organisation())
            || giving.filter(it -> it.contains(seat.organisation())).isPresent());
  }

  /** Whether any of the seats may ask for a consent of that kind at all. */
  static boolean offers(List<Seat> seats, ConsentKind kind) {
    return seats.stream()
        .anyMatch(
            seat -> seat.may(Right.INTAKE) || (kind != ConsentKind.USE && seat.may(Right.ENROL)));
  }
}
