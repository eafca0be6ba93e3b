package jp.tsunagi.record.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagi.record.form.LeftOver.Why;

/** One run of carrying over from one definition to another; collects on the way. */
final class Carrying {
  private final FormDefinition previous;
  private final FormDefinition next;
  private final boolean newYear;
  private final SortedMap<String, Answers> carried = new TreeMap<>();
  private final List<LeftOver> left = new ArrayList<>();

  Carrying(FormDefinition previous, FormDefinition next, boolean newYear) {
    this.previous = previous;
    this.next = next;
    this.newYear = newYear;
  }

  CarryOver all(Map<String, Answers> parts) {
    parts.forEach((section, answers) ->
        answers.byField().forEach((field, answer) -> field(section, field, answer)));
    return new CarryOver(carried, left);
  }

  private void field(String from, String key, Answer answer) {
    var source = previous.section(from);
    var old = source.flatMap(section -> section.field(key));
    var target = next.sectionOf(key);
    var now = target.flatMap(section -> section.field(key));
    var at = Address.of(key);
    if (source.isEmpty() || old.isEmpty() || target.isEmpty() || now.isEmpty()) {
      leave(from, at, label(old, key), answer, Why.NOT_ASKED_ANY_MORE);
      return;
    }
    var barrier = barrier(source.get(), target.get());
    if (barrier.isPresent()) {
      leave(from, at, label(old, key), answer, barrier.get());
    } else {
      value(from, target.get(), new SameField(old.get(), now.get()), at, answer);
    }
  }

  private static Optional<Why> barrier(Section from, Section to) {
    if (from.category() != to.category()) {
      return Optional.of(Why.OTHER_CATEGORY);
    }
    if (from.writer() != to.writer()) {
      return Optional.of(Why.OTHER_WRITER);
    }
    return from.guardianReads() == to.guardianReads()
        ? Optional.empty()
        : Optional.of(Why.OTHER_READERS);
  }

  private void value(String from, Section to, SameField fields, Address at, Answer answer) {
    var refusal = fields.refusal(newYear);
    if (refusal.isPresent()) {
      leave(from, at, fields.old().head().label(), answer, refusal.get());
      return;
    }
    if (answer instanceof Answer.Rows(var rows)) {
      put(to, at, new Answer.Rows(Answers.NO_ROWS));
      boolean marks = newYear && fields.now().columns().stream().anyMatch(Carrying::isMark);
      rows.forEach((row, cells) -> {
        if (!marks) {
          row(from, to, fields, at.field(), row, cells);
        } else if (GoalFate.closed(fields.old(), cells)) {
          closed(from, fields.old(), at.field(), row, cells);
        } else {
          row(from, to, fields, at.field(), row, cells);
          mark(to, fields, at.field(), row, cells);
        }
      });
      return;
    }
    if (answer instanceof Answer.Choices(var keys)) {
      choices(from, to, fields, at, keys);
      return;
    }
    if (answer instanceof Answer.Choice(var key) && !fields.offers(key)) {
      leave(from, at, fields.old().head().label(), answer, Why.NO_SUCH_CHOICE);
      return;
    }
    put(to, at, answer);
  }

  private void row(
      String from, Section to, SameField fields, String field, String row, Answers cells) {
    put(to, Address.row(field, row), Answers.onlyRow(row, Answers.NONE));
    cells
        .byField()
        .forEach((column, answer) -> {
          var at = Address.cell(field, row, column);
          var old = fields.old().column(column);
          var now = fields.now().column(column);
          if (old.isPresent() && now.isPresent()) {
            value(from, to, new SameField(old.get(), now.get()), at, answer);
          } else {
            leave(from, at, label(old, column), answer, Why.NOT_ASKED_ANY_MORE);
          }
        });
  }

  private static boolean isMark(Field column) {
    return column instanceof Field.RollForward;
  }

  private void closed(String from, Field goals, String field, String row, Answers cells) {
    cells
        .byField()
        .forEach((column, answer) ->
            leave(
                from,
                Address.cell(field, row, column),
                label(goals.column(column), column),
                answer,
                Why.CLOSED));
  }

  /** A goal that is taken over waits for its mark, beside what was said of it at the end. */
  private void mark(Section to, SameField goals, String field, String row, Answers cells) {
    for (Field column : goals.now().columns()) {
      var at = Address.cell(field, row, column.key());
      String source = column.head().ofBefore();
      if (isMark(column)) {
        put(to, at, new Answer.Choice(GoalFate.OPEN.key()));
      } else if (source != null && cells.at(source).given()) {
        goals
            .old()
            .column(source)
            .filter(old -> old.getClass().equals(column.getClass()))
            .filter(old -> taken(new SameField(old, column), cells.at(source)))
            .ifPresent(_ -> put(to, at, cells.at(source)));
      }
    }
  }

  private static boolean taken(SameField fields, Answer answer) {
    return !(answer instanceof Answer.Choice(var key)) || fields.offers(key);
  }

  private void choices(
      String from, Section to, SameField fields, Address at, Iterable<String> keys) {
    var kept = new TreeSet<String>();
    var gone = new TreeSet<String>();
    keys.forEach(key -> (fields.offers(key) ? kept : gone).add(key));
    if (!kept.isEmpty()) {
      put(to, at, new Answer.Choices(kept));
    }
    if (!gone.isEmpty()) {
      var rest = new Answer.Choices(gone);
      leave(from, at, fields.old().head().label(), rest, Why.NO_SUCH_CHOICE);
    }
  }

  private static Wording label(Optional<Field> field, String key) {
    return field
        .map(each -> each.head().label())
        .orElseGet(() -> Wording.of(Map.of(Wording.JAPANESE, key)));
  }

  private void put(Section to, Address at, Answer answer) {
    carried.merge(to.key(), Answers.NONE.with(at, answer), (before, _) -> before.with(at, answer));
  }

  private void leave(String from, Address at, Wording label, Answer answer, Why why) {
    left.add(new LeftOver(from, at, label, answer, why));
  }
}
