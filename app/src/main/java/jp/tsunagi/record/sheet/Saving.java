package jp.tsunagi.record.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.AnswerMerge;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.sheet.PartSql.Edit;

/**
 * Two people write one part. From who wrote what since a page was opened follows the text both
 * started from, and from that the merge. Pure.
 */
final class Saving {
  private Saving() {}

  /** What is saved, with what changed where. */
  record Result(Answers merged, List<AnswerMerge.Clash> clashes, Map<Address, Answer> was) {}

  static Result merge(Answers saved, List<Edit> editsSince, Draft draft) {
    Answers base = base(saved, editsSince, draft.page());
    Answers mine = draft.entered().appliedTo(base);
    AnswerMerge merge = AnswerMerge.of(base, saved, mine);
    Answers merged = merge.merged();
    for (Address address : draft.insist()) {
      merged = merged.with(address, mine.at(address));
    }
    List<AnswerMerge.Clash> open =
        merge.clashes().stream()
            .filter(clash -> !draft.insist().contains(clash.address()))
            .toList();
    Answers tidy = withoutNewEmptyRows(saved, merged);
    return new Result(tidy, open, was(saved, tidy));
  }

  /**
   * What the page showed: what others wrote since is taken back, field by field, up to the page's
   * own last save of that field.
   */
  static Answers base(Answers saved, List<Edit> latestFirst, UUID page) {
    var leaves = new TreeMap<>(saved.leaves());
    Set<Address> own = new HashSet<>();
    for (Edit edit : latestFirst) {
      if (edit.page().equals(page)) {
        own.add(edit.address());
      } else if (!own.contains(edit.address())) {
        put(leaves, edit.address(), edit.was());
      }
    }
    return Answers.ofLeaves(leaves);
  }

  private static void put(Map<Address, Answer> leaves, Address at, Answer answer) {
    if (answer instanceof Answer.NotAsked) {
      leaves.remove(at);
    } else {
      leaves.put(at, answer);
    }
  }

  /** A blank row that a page offered and nobody filled is no row. */
  private static Answers withoutNewEmptyRows(Answers saved, Answers merged) {
    Answers result = merged;
    for (Address at : merged.leaves().keySet()) {
      boolean fresh = at.isRow() && saved.at(at) instanceof Answer.NotAsked;
      if (fresh && merged.at(at) instanceof Answer.Rows rows && blank(rows)) {
        result = result.with(at, new Answer.NotAsked());
      }
    }
    return result;
  }

  private static boolean blank(Answer.Rows rows) {
    return rows.byId().values().stream()
        .flatMap(cells -> cells.byField().values().stream())
        .noneMatch(Answer::given);
  }

  /** Every address that changed, with what stood there. */
  private static Map<Address, Answer> was(Answers before, Answers after) {
    var old = before.leaves();
    var now = after.leaves();
    var addresses = new TreeSet<>(old.keySet());
    addresses.addAll(now.keySet());
    Map<Address, Answer> was = new TreeMap<>();
    for (Address at : addresses) {
      Answer then = old.getOrDefault(at, new Answer.NotAsked());
      if (!then.equals(now.getOrDefault(at, new Answer.NotAsked()))) {
        was.put(at, then);
      }
    }
    return was;
  }

  /** Who else wrote there last. */
  static Optional<Edit> lastOther(List<Edit> latestFirst, Address address, UUID page) {
    return latestFirst.stream()
        .filter(edit -> edit.address().overlaps(address) && !edit.page().equals(page))
        .findFirst();
  }
}
