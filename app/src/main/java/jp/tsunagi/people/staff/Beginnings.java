package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/**
 * Whether an assignment holds at once because a place begins with it (ADR 9): the first leading
 * person of a place to which nothing of any child has come. Where the post takes children in, the
 * whole municipality must be without a child: such a post matches against all of them.
 */
@Component
final class Beginnings {
  private final List<Acquainted> acquainted;

  Beginnings(List<Acquainted> acquainted) {
    this.acquainted = List.copyOf(acquainted);
  }

  boolean at(Tx tx, OrganisationId place, PostKind post) {
    return post.leads()
        && !NewcomerSql.everLed(tx, place)
        && acquainted.stream().noneMatch(one -> knows(tx, one, place, post));
  }

  private static boolean knows(Tx tx, Acquainted one, OrganisationId place, PostKind post) {
    return post.rights().contains(Right.INTAKE) ? one.anywhere(tx) : one.at(tx, place);
  }
}
