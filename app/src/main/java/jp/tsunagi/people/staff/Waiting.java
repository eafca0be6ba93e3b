package jp.tsunagi.people.staff;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;

/** What waits in the day of somebody at a seat, beside the lists of children. */
public interface Waiting {
  /**
   * Something that waits, however much of it there is. Shows nothing of any child.
   *
   * @param url where it is done
   * @param count how many there are, in words
   * @param what waits
   * @param act what to do about it
   */
  record Heap(String url, String count, String what, String act) {}

  /** The heap; empty when nothing waits. */
  Optional<Heap> at(Tx tx, Actor.Staff actor, Seat seat);
}
