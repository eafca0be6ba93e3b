package jp.tsunagi.record.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two people wrote on the same draft at once. Different addresses merge silently; the same address
 * keeps what was saved first and gives back the other text to be shown beside it; an edit wins over
 * taking the row or the answer away. Nothing typed is lost.
 */
public record AnswerMerge(Answers merged, List<Clash> clashes) {

  public AnswerMerge {
    clashes = List.copyOf(clashes);
  }

  /**
   * Both versions of one address.
   *
   * @param saved what somebody else saved; not asked when they took it away
   * @param mine what I wrote; not asked when I took it away
   */
  public record Clash(Address address, Answer saved, Answer mine) {}

  /**
   * @param base what both started from
   * @param saved what is saved now
   * @param mine what I have on my screen
   */
  public static AnswerMerge of(Answers base, Answers saved, Answers mine) {
    var clashes = new ArrayList<Clash>();
    var savedLeaves = withEditedRows(base, saved, mine).leaves();
    var mineLeaves = withEditedRows(base, mine, saved).leaves();
    var baseLeaves = base.leaves();
    var addresses = new TreeSet<>(baseLeaves.keySet());
    addresses.addAll(savedLeaves.keySet());
    addresses.addAll(mineLeaves.keySet());
    var merged = new TreeMap<Address, Answer>();
    for (var at : addresses) {
      choose(at, leaf(baseLeaves, at), leaf(savedLeaves, at), leaf(mineLeaves, at), clashes)
          .ifPresent(answer -> merged.put(at, answer));
    }
    revived(base, saved, mine, clashes);
    var result = Answers.ofLeaves(merged);
    displaced(saved, mine, result, clashes);
    return new AnswerMerge(result, clashes);
  }

  private static Optional<Answer> leaf(SortedMap<Address, Answer> leaves, Address at) {
    return Optional.ofNullable(leaves.get(at));
  }

  private static Optional<Answer> choose(
      Address at,
      Optional<Answer> base,
      Optional<Answer> saved,
      Optional<Answer> mine,
      List<Clash> clashes) {
    if (saved.equals(mine) || base.equals(mine)) {
      return saved;
    }
    if (base.equals(saved)) {
      return mine;
    }
    var none = new Answer.NotAsked();
    clashes.add(new Clash(at, saved.orElse(none), mine.orElse(none)));
    return saved.isPresent() ? saved : mine;
  }

  /** A row this side took away while the other side changed it comes back as it was in the base. */
  private static Answers withEditedRows(Answers base, Answers side, Answers other) {
    var result = side;
    for (var row : rows(base)) {
      if (takenAway(row, side) && edited(row, base, other)) {
        result = result.with(row, base.at(row));
      }
    }
    return result;
  }

  private static void revived(Answers base, Answers saved, Answers mine, List<Clash> clashes) {
    for (var row : rows(base)) {
      boolean mineAgainstDelete = takenAway(row, saved) && edited(row, base, mine);
      boolean savedAgainstDelete = takenAway(row, mine) && edited(row, base, saved);
      if (mineAgainstDelete || savedAgainstDelete) {
        clashes.add(new Clash(row, saved.at(row), mine.at(row)));
      }
    }
  }

  /**
   * わからない for a whole table beside rows that somebody else wrote: the rows stay, both are shown.
   */
  private static void displaced(Answers saved, Answers mine, Answers merged, List<Clash> clashes) {
    for (var field : merged.byField().keySet()) {
      boolean rows = merged.at(field) instanceof Answer.Rows;
      var at = Address.of(field);
      boolean known = clashes.stream().anyMatch(clash -> clash.address().equals(at));
      if (rows && !known && (plain(saved.at(field)) || plain(mine.at(field)))) {
        clashes.add(new Clash(at, saved.at(field), mine.at(field)));
      }
    }
  }

  private static boolean plain(Answer answer) {
    return answer.given() && !(answer instanceof Answer.Rows);
  }

  private static List<Address> rows(Answers answers) {
    return answers.leaves().keySet().stream().filter(Address::isRow).toList();
  }

  private static boolean takenAway(Address row, Answers side) {
    return side.at(row) instanceof Answer.NotAsked;
  }

  private static boolean edited(Address row, Answers base, Answers side) {
    return !takenAway(row, side) && !side.at(row).equals(base.at(row));
  }
}
