package jp.tsunagi.record.ground;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Link;

/** What stands beside the consents of a child, offered by the modules above. */
public interface ConsentWays {
  /** The ways that open for the reader; the child is one she or he sees. */
  List<Link> of(Tx tx, Actor.Staff actor, ChildId child);
}
