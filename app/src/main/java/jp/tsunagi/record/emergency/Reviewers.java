package jp.tsunagi.record.emergency;

import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Barred;
import jp.tsunagi.people.staff.Posts;
import org.springframework.stereotype.Component;

/**
 * Who reviews an opening: whoever approves at the organisation where it was made, but never the
 * person who made it. Where nobody else approves there whom no block keeps from the child, and once
 * the term is over, whoever takes children in at a hub.
 */
@Component
record Reviewers(Posts posts, Barred barred) {

  boolean allow(Tx tx, Actor.Staff actor, Emergency opened) {
    if (actor.staff().equals(opened.staff())) {
      return false;
    }
    boolean leads =
        actor.seats().stream()
            .anyMatch(seat ->
                seat.organisation().equals(opened.organisation()) && seat.may(Right.APPROVE));
    return leads || (actor.may(Right.INTAKE) && (opened.isOverdue(tx.today()) || !led(tx, opened)));
  }

  /** Whether somebody else approves there today who may know of it. */
  private boolean led(Tx tx, Emergency opened) {
    return posts.holders(tx, opened.organisation(), Right.APPROVE).stream()
        .filter(holder -> !holder.equals(opened.staff()))
        .anyMatch(holder ->
            !barred.from(tx, holder, Set.of(opened.organisation())).contains(opened.child()));
  }
}
