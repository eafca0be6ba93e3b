package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.ui.Link;

/** Pages a module offers in the menu at the name, to those who may go there. */
public interface OwnPages {
  List<Link> of(Actor.Staff actor);
}
