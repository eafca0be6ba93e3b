package jp.tsunagi.record.form;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What changed from one version of a part to the next, in the order of the form: for the guardian
 * who confirms (A7), and for the history of versions. From not asked to empty is no change to a
 * reader.
 */
public final class PartComparison {
  private final List<Change> changes = new ArrayList<>();

  private PartComparison() {}

  public static List<Change> between(Section section, Answers before, Answers after) {
    var comparison = new PartComparison();
    for (var field : section.questions()) {
      comparison.field(field, before.at(field.key()), after.at(field.key()));
    }
    return List.copyOf(comparison.changes);
  }

  private void field(Field field, Answer before, Answer after) {
    if (field.columns().isEmpty()) {
      compare(Address.of(field.key()), before, after);
    } else {
      rows(field, rowsOf(before), rowsOf(after));
    }
  }

  private static Answer.Rows rowsOf(Answer answer) {
    return answer instanceof Answer.Rows rows ? rows : new Answer.Rows(Answers.NO_ROWS);
  }

  private void rows(Field field, Answer.Rows before, Answer.Rows after) {
    var ids = new TreeSet<>(before.byId().keySet());
    ids.addAll(after.byId().keySet());
    for (var id : ids) {
      boolean was = said(before.row(id));
      boolean is = said(after.row(id));
      if (was && is) {
        cells(field, id, before.row(id), after.row(id));
      } else if (is) {
        changes.add(
            new Change.Added(Address.row(field.key(), id), Answers.onlyRow(id, after.row(id))));
      } else if (was) {
        changes.add(
            new Change.Removed(Address.row(field.key(), id), Answers.onlyRow(id, before.row(id))));
      }
    }
  }

  private static boolean said(Answers cells) {
    return cells.byField().values().stream().anyMatch(Answer::given);
  }

  private void cells(Field field, String row, Answers before, Answers after) {
    for (var column : field.columns()) {
      var key = column.key();
      compare(Address.cell(field.key(), row, key), before.at(key), after.at(key));
    }
  }

  private void compare(Address at, Answer before, Answer after) {
    if (before.equals(after) || (!before.given() && !after.given())) {
      return;
    }
    if (!before.given()) {
      changes.add(new Change.Added(at, after));
    } else if (!after.given()) {
      changes.add(new Change.Removed(at, before));
    } else {
      changes.add(new Change.Changed(at, before, after));
    }
  }
}
