package jp.tsunagi.base.access;

import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;

/**
 * One current assignment of a staff member, with what its post allows.
 *
 * @param post the post's kind, e.g. HOMEROOM_TEACHER
 * @param ceiling categories the post may ever see
 */
public record Seat(
    AssignmentId assignment,
    OrganisationId organisation,
    String organisationName,
    String post,
    Reach reach,
    Set<Category> ceiling,
    Set<Right> rights,
    Connection connection,
    Optional<ClassId> classId) {
  public Seat {
    ceiling = Set.copyOf(ceiling);
    rights = Set.copyOf(rights);
  }

  /** Whether anything may be read from this seat: the organisation must be connected. */
  public boolean reads() {
    return rights.contains(Right.READ) && connection.reads();
  }

  /** Whether this seat may do it; what changes the record needs an organisation that writes. */
  public boolean may(Right right) {
    return rights.contains(right) && (right.changes() ? connection.writes() : reads());
  }

  /**
   * Whether its holder answers for the place and its terminals: whoever approves or enrols there,
   * also where the place only reads.
   */
  public boolean heads() {
    return (rights.contains(Right.APPROVE) || rights.contains(Right.ENROL)) && reads();
  }

  /** Whether it asks other places for what they wrote: whoever answers for the place. */
  public boolean asks() {
    return heads() || (rights.contains(Right.INTAKE) && reads());
  }

  /** Whether its holder answers for what the place does: takes in, approves or enrols there. */
  public boolean answers() {
    return may(Right.INTAKE) || may(Right.APPROVE) || may(Right.ENROL);
  }

  /** Whether it confirms receipts: whoever enrols, also where the organisation only reads (A11). */
  public boolean receives() {
    return rights.contains(Right.ENROL) && reads();
  }
}
