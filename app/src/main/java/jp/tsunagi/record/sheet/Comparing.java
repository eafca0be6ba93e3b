package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.AnswerText;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Change;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.GoalFate;
import jp.tsunagi.record.form.PartComparison;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.sheet.Difference.Kind;

/**
 * Turns the comparison of two sheets into what a family wants to know: what the child can do now,
 * which goals are new, what is done in another way. Days are left out: they always differ. What
 * starts anew each year and is not written yet is no loss. Pure.
 */
final class Comparing {
  /** The option by which forms say that a goal was reached (docs/forms.md). */
  private static final String REACHED = "reached";

  private final Answers before;
  private final Section section;
  private final Answers now;
  private final List<Difference> found = new ArrayList<>();

  private Comparing(Answers before, Section section, Answers now) {
    this.before = before;
    this.section = section;
    this.now = now;
  }

  static List<Difference> of(ReadSheet before, ReadSheet now) {
    boolean another = !before.sheet().id().equals(now.sheet().id());
    Answers was = another ? withoutClosed(before.form(), flat(before)) : flat(before);
    List<Difference> all = new ArrayList<>();
    for (Section section : now.form().sections()) {
      var one = new Comparing(was, section, SheetWriting.answers(now, section));
      one.compare();
      all.addAll(one.found);
    }
    all.sort(Comparator.comparing(Difference::kind));
    return List.copyOf(all);
  }

  /** Field keys are unique in a form, so a field is found whatever section it stood in. */
  static Answers flat(ReadSheet sheet) {
    var all = new TreeMap<String, Answer>();
    sheet.parts().forEach(part -> all.putAll(part.answers().byField()));
    return new Answers(all);
  }

  /** A goal that was closed on the sheet before was told then. */
  private static Answers withoutClosed(FormDefinition form, Answers answers) {
    Answers open = answers;
    for (Section section : form.sections()) {
      for (Field field : section.questions()) {
        if (field instanceof Field.Goals
            && answers.at(field.key()) instanceof Answer.Rows(var rows)) {
          for (var row : rows.entrySet()) {
            open =
                GoalFate.closed(field, row.getValue())
                    ? open.withoutRow(field.key(), row.getKey())
                    : open;
          }
        }
      }
    }
    return open;
  }

  private void compare() {
    Set<Address> touched = new HashSet<>();
    Set<Address> marked = marked();
    for (Change change : PartComparison.between(section, before, now)) {
      Address at = change.address();
      boolean said = marked.stream().anyMatch(at::overlaps) || ofBefore(at) || startsAnew(change);
      if (!said) {
        touched.add(at);
        section.field(Address.of(at.field())).ifPresent(field -> say(field, change));
      }
    }
    touched.addAll(marked);
    section.questions().forEach(field -> same(field, touched));
  }

  /** Last year's evaluation that nobody has written anew yet leaves a goal the same. */
  private boolean startsAnew(Change change) {
    return change instanceof Change.Removed(var at, _)
        && at.column() != null
        && section.field(at).filter(column -> !column.head().carryOver()).isPresent();
  }

  /** What is said of the goals of last time is no change of this one. */
  private boolean ofBefore(Address at) {
    return at.column() != null
        && section
            .field(at)
            .filter(
                column -> column instanceof Field.RollForward || column.head().ofBefore() != null)
            .isPresent();
  }

  /** Goals that were marked as reached or ended since: their mark says it, not their words. */
  private Set<Address> marked() {
    Set<Address> marked = new HashSet<>();
    for (Field goals : section.questions()) {
      if (goals instanceof Field.Goals && now.at(goals.key()) instanceof Answer.Rows(var rows)) {
        rows.forEach((id, cells) -> {
          Address at = Address.row(goals.key(), id);
          Answers was = before.row(goals.key(), id);
          GoalFate fate = GoalFate.of(goals, cells).orElse(GoalFate.OPEN);
          boolean since = !GoalFate.of(goals, was).equals(Optional.of(fate));
          if (GoalFate.closed(goals, was) && !GoalFate.closed(goals, cells)) {
            marked.add(at);
            add(Kind.NEW_GOAL, goals.head().label().in(language()), row(goals, at, now), "");
          } else if (since && (fate == GoalFate.REACHED || fate == GoalFate.ENDED)) {
            marked.add(at);
            mark(goals, at, fate);
          }
        });
      }
    }
    return marked;
  }

  private void mark(Field goals, Address at, GoalFate fate) {
    String label = goals.head().label().in(language());
    String was = goal(goals, at, before);
    add(fate == GoalFate.REACHED ? Kind.REACHED : Kind.GONE, label, was, "");
    if (fate == GoalFate.REACHED && !goal(goals, at, now).equals(was)) {
      add(Kind.NEW_GOAL, label, row(goals, at, now), "");
    }
  }

  private void say(Field field, Change change) {
    Address at = change.address();
    Field asked = section.field(at).orElse(field);
    if (asked instanceof Field.Date) {
      return;
    }
    switch (change) {
      case Change.Added(_, var after) -> added(field, at, after);
      case Change.Removed(_, var was) -> removed(field, at, was);
      case Change.Changed(_, var was, var after) ->
          add(Kind.CHANGED, label(field, at), shown(asked, after), shown(asked, was));
    }
  }

  private void added(Field field, Address at, Answer after) {
    if (isReached(after)) {
      add(Kind.REACHED, field.head().label().in(language()), goal(field, at, now), "");
    } else if (at.isRow()) {
      Kind kind = field instanceof Field.Goals ? Kind.NEW_GOAL : Kind.NEW;
      add(kind, field.head().label().in(language()), row(field, at, now), "");
    } else {
      Field asked = section.field(at).orElse(field);
      add(Kind.NEW, label(field, at), shown(asked, after), "");
    }
  }

  private void removed(Field field, Address at, Answer was) {
    Field asked = section.field(at).orElse(field);
    if (at.isRow()) {
      boolean reached =
          was instanceof Answer.Rows(var rows)
              && rows.values().stream()
                  .flatMap(cells ->
                      field.columns().stream()
                          .filter(column -> column.head().ofBefore() == null)
                          .filter(Field.Choice.class::isInstance)
                          .map(column -> cells.at(column.key())))
                  .anyMatch(Comparing::isReached);
      String label = field.head().label().in(language());
      add(reached ? Kind.REACHED : Kind.GONE, label, goal(field, at, before), "");
    } else if (asked.head().carryOver()) {
      add(Kind.GONE, label(field, at), shown(asked, was), "");
    }
  }

  private static boolean isReached(Answer answer) {
    return answer instanceof Answer.Choice(var key) && key.equals(REACHED);
  }

  private void same(Field field, Set<Address> touched) {
    boolean rows = !field.columns().isEmpty();
    if (rows && now.at(field.key()) instanceof Answer.Rows(var byId)) {
      byId.keySet().stream()
          .map(id -> Address.row(field.key(), id))
          .filter(row -> touched.stream().noneMatch(row::overlaps))
          .forEach(
              row -> add(Kind.SAME, field.head().label().in(language()), row(field, row, now), ""));
    } else if (!rows
        && !(field instanceof Field.Date)
        && now.at(field.key()).given()
        && !touched.contains(Address.of(field.key()))) {
      add(Kind.SAME, label(field, Address.of(field.key())), shown(field, now.at(field.key())), "");
    }
  }

  private void add(Kind kind, String label, String text, String was) {
    if (!text.isBlank()) {
      found.add(new Difference(kind, label, text, was));
    }
  }

  /** The field; in a row the column, and which goal it is about. */
  private String label(Field field, Address at) {
    String column = at.column();
    if (column == null) {
      return field.head().label().in(language());
    }
    String own = field.column(column).map(it -> it.head().label().in(language())).orElse("");
    String goal = goal(field, at, now);
    boolean first = names(field).key().equals(column);
    return first || goal.isBlank() ? own : t("sheet.differs.label", own, goal);
  }

  /** The cell that names a row: of goals the goal, of a table the first. */
  private static Field names(Field table) {
    return GoalFate.goal(table).orElseGet(() -> table.columns().getFirst());
  }

  /** What names a row. */
  private static String goal(Field field, Address at, Answers in) {
    Field first = names(field);
    String id = at.row();
    return id == null ? "" : shown(first, in.row(field.key(), id).at(first.key()));
  }

  private static String row(Field field, Address at, Answers in) {
    String id = at.row();
    Answers cells = id == null ? Answers.NONE : in.row(field.key(), id);
    List<String> lines = new ArrayList<>();
    for (Field column : field.columns()) {
      if (column instanceof Field.RollForward || column.head().ofBefore() != null) {
        continue;
      }
      String text = shown(column, cells.at(column.key()));
      if (!text.isBlank()) {
        String label = column.head().label().in(language());
        lines.add(lines.isEmpty() ? text : t("sheet.differs.cell", label, text));
      }
    }
    return String.join("\n", lines);
  }

  private static String shown(Field field, Answer answer) {
    return AnswerText.shown(field, answer);
  }
}
