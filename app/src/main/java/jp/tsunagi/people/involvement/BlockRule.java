package jp.tsunagi.people.involvement;

import java.util.Collection;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;

/**
 * Who may keep whom from seeing a child (ACCESS: block). Everybody keeps himself away; anybody else
 * is kept away by a hub that takes children in and deals with this one. Pure.
 */
final class BlockRule {
  private BlockRule() {}

  /** Whom it is about: one of the two. */
  record Whom(Optional<StaffId> staff, Optional<OrganisationId> organisation) {
    static Whom of(StaffId staff) {
      return new Whom(Optional.of(staff), Optional.empty());
    }

    static Whom of(OrganisationId organisation) {
      return new Whom(Optional.empty(), Optional.of(organisation));
    }
  }

  /** Why it is not done. */
  sealed interface Refusal {
    /** About somebody else, and not at a hub that deals with the child. */
    record NotYours() implements Refusal {}

    /** One's own organisation: nobody would be left to lift it. */
    record OwnOrganisation() implements Refusal {}

    /** It is so already. */
    record Already() implements Refusal {}

    /** Of the message in words. */
    default String key() {
      return "involvement.block.refusal." + getClass().getSimpleName();
    }
  }

  /**
   * Whether it may be done.
   *
   * @param running whether a seat of the actor with the right INTAKE reaches the child, running
   * @param there whom blocks that hold today are about
   */
  static Optional<Refusal> refusal(
      Actor.Staff actor, boolean running, Whom whom, Collection<Whom> there) {
    boolean oneself = whom.staff().filter(actor.staff()::equals).isPresent();
    if (!oneself && !(running && actor.may(Right.INTAKE))) {
      return Optional.of(new Refusal.NotYours());
    }
    boolean ownPlace =
        whom.organisation()
            .filter(one -> actor.seats().stream().anyMatch(seat -> seat.organisation().equals(one)))
            .isPresent();
    if (ownPlace) {
      return Optional.of(new Refusal.OwnOrganisation());
    }
    return there.contains(whom) ? Optional.of(new Refusal.Already()) : Optional.empty();
  }
}
