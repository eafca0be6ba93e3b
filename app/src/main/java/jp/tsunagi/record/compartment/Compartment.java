package jp.tsunagi.record.compartment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.PostId;
import jp.tsunagi.base.database.StaffId;

/**
 * What of a child is for the named few alone, while it is open.
 *
 * @param organisation the place that opened it and keeps the list of the named
 * @param member whether the reader is one of the named few
 */
record Compartment(
    UUID id,
    ChildId child,
    CompartmentKind kind,
    CompartmentReason reason,
    Optional<String> note,
    OrganisationId organisation,
    String openedBy,
    Instant openedAt,
    boolean member) {

  /** A hidden address is lifted; what was written for a few stays theirs. */
  boolean ends() {
    return kind == CompartmentKind.HIDDEN_ADDRESS;
  }

  /** Who may be named. */
  sealed interface Whom {
    /** One person, whatever the post. */
    record Person(StaffId staff) implements Whom {}

    /** Whoever holds the post: 園長, the driver, the emergency contact. */
    record Post(PostId post) implements Whom {}

    /** A guardian who lives with the child. */
    record Parent(GuardianId guardian) implements Whom {}
  }

  /**
   * One of the named few.
   *
   * @param name as it is said: a person, a post at a place, a guardian
   */
  record Member(UUID id, Whom whom, String name, String addedBy, Instant addedAt) {}

  /** An entry. */
  record Note(String words, String by, Instant at) {}
}
