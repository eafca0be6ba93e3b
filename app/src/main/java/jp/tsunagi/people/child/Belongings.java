package jp.tsunagi.people.child;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;

/** 所属: where children are enrolled. Told by the module above, which knows involvements. */
public interface Belongings {
  /**
   * An enrolment that runs today.
   *
   * @param className 組; empty before the child has one
   */
  record Belonging(
      ChildId child,
      OrganisationId organisation,
      String organisationName,
      Optional<String> className) {
    /** In one line. */
    public String words() {
      return organisationName + className.map(name -> "\u3000" + name).orElse("");
    }
  }

  /** The running enrolments of those children that the actor may know. */
  List<Belonging> today(Tx tx, Collection<ChildId> children);
}
