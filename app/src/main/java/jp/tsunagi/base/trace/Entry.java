package jp.tsunagi.base.trace;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.ItemId;

/**
 * One row of the trace in the making.
 *
 * @param children every child the event showed or changed; one subject row each
 * @param ground why it was allowed, in one word of the rule
 * @param purpose what it was for, where it was asked
 * @param about what was changed where no child is concerned, or which sheet was shown: a word and
 *     the id of the row
 */
public record Entry(
    Action action,
    Set<ChildId> children,
    Optional<ItemId> item,
    Optional<Seat> seat,
    Optional<String> ground,
    Optional<String> purpose,
    Optional<String> about) {

  public static Entry of(Action action) {
    return new Entry(
        action,
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public Entry child(ChildId child) {
    return children(Set.of(child));
  }

  public Entry children(Collection<ChildId> shown) {
    return new Entry(action, new LinkedHashSet<>(shown), item, seat, ground, purpose, about);
  }

  public Entry item(ItemId which) {
    return new Entry(action, children, Optional.of(which), seat, ground, purpose, about);
  }

  public Entry seat(Seat acting) {
    return new Entry(action, children, item, Optional.of(acting), ground, purpose, about);
  }

  public Entry ground(String why) {
    return new Entry(action, children, item, seat, Optional.of(why), purpose, about);
  }

  public Entry purpose(String what) {
    return new Entry(action, children, item, seat, ground, Optional.of(what), about);
  }

  /** What was changed, e.g. {@code organisation.connection=READ} and the organisation. */
  public Entry about(String word, Id id) {
    return about(word + " " + id);
  }

  /** What was changed or taken out, in a word of the program: nothing typed, no name. */
  public Entry about(String word) {
    return new Entry(action, children, item, seat, ground, purpose, Optional.of(word));
  }
}
