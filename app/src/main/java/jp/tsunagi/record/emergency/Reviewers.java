package jp.tsunagi.record.emergency;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Posts;
import org.springframework.stereotype.Component;

/**
 * Who reviews an opening: whoever approves at the organisation where it was made, but never the
 * person who made it. Where nobody else approves there, and once the term is over, whoever takes
 * children in at a hub.
 */
@Component
record Reviewers(Posts posts) {

  boolean allow(Tx tx, Actor.Staff actor, Emergency opened) {
    if (actor.staff().equals(opened.staff())) {
      return false;
    }
    boolean leads =
        actor.seats().stream()
            .anyMatch(seat ->
                seat.organisation().equals(opened.organisation()) && seat.may(Right.APPROVE));
    return leads
        || (actor.may(Right.INTAKE)
            && (opened.isOverdue(tx.today()) || !led(tx, opened.organisation(), opened.staff())));
  }

  /** Whether somebody else approves there today. */
  private boolean led(Tx tx, OrganisationId organisation, StaffId but) {
    return posts.holders(tx, organisation, Right.APPROVE).stream()
        .anyMatch(holder -> !holder.equals(but));
  }
}
