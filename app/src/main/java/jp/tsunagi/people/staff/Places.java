package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.ui.NavItem;

/** The main places a module offers in the header, to those who may go there. */
public interface Places {
  /** A place and where it stands among the others (small numbers first). */
  record Place(int order, NavItem item) {}

  List<Place> of(Actor.Staff actor);
}
