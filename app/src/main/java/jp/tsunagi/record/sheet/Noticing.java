package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.GoalFate;
import jp.tsunagi.record.form.Option;
import jp.tsunagi.record.form.Requirement;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.form.Writer;

/**
 * Looks through a draft as a friendly colleague would before it goes out: what the form wishes for
 * and nobody wrote, goals that were marked and stayed as they were, words that are last time's or
 * another child's. Pure.
 */
final class Noticing {
  private final Answers before;
  private final Set<String> others;
  private final Predicate<String> common;
  private final List<Notice> found = new ArrayList<>();

  private Noticing(Answers before, Set<String> others, Predicate<String> common) {
    this.before = before;
    this.others = others;
    this.common = common;
  }

  /**
   * What is noticed, in the order of the form.
   *
   * @param before the sheet it is compared with, if there is one
   * @param others texts of other children's sheets, as {@link SameWords#plain} spells them
   * @param common texts that are nobody's own: examples of the bank
   */
  static List<Notice> of(
      ReadSheet draft, Optional<ReadSheet> before, Set<String> others, Predicate<String> common) {
    Answers was = before.map(Comparing::flat).orElse(Answers.NONE);
    var noticing = new Noticing(was, others, common);
    for (Section section : draft.form().sections()) {
      if (section.writer() == Writer.ORGANISATION) {
        Answers now = SheetWriting.answers(draft, section);
        section.questions().forEach(field -> noticing.field(field, now.at(field.key())));
      }
    }
    return List.copyOf(noticing.found);
  }

  private void field(Field field, Answer answer) {
    if (field.columns().isEmpty()) {
      String label = label(field);
      Address at = Address.of(field.key());
      wished(field, at, label, answer);
      words(field, at, label, answer, before.at(field.key()));
      return;
    }
    var rows = answer instanceof Answer.Rows given ? given : new Answer.Rows(new TreeMap<>());
    List<String> ids = rows.byId().keySet().stream().filter(id -> !rows.row(id).isBlank()).toList();
    if (ids.isEmpty() && field.head().required() == Requirement.ADVISED) {
      add(Address.of(field.key()), label(field), t("sheet.notice.missing"));
    }
    for (String id : ids) {
      if (!GoalFate.closed(field, rows.row(id))) {
        row(field, id, ids.indexOf(id) + 1, rows.row(id));
      }
    }
    field.columns().forEach(column -> covered(field, column, rows, ids));
  }

  private void row(Field table, String id, int number, Answers cells) {
    Answers was = before.row(table.key(), id);
    for (Field column : table.columns()) {
      Address at = Address.cell(table.key(), id, column.key());
      String label = t("sheet.differs.cell", t("sheet.row", label(table), number), label(column));
      if (column.head().ofBefore() == null) {
        wished(column, at, label, cells.at(column.key()));
        words(column, at, label, cells.at(column.key()), was.at(column.key()));
      }
    }
    GoalFate fate = GoalFate.of(table, cells).orElse(GoalFate.OPEN);
    Optional<Field> goal = GoalFate.goal(table);
    boolean same =
        goal.filter(column -> cells.at(column.key()).equals(was.at(column.key())))
            .filter(column -> cells.at(column.key()).given())
            .isPresent();
    if (same && (fate == GoalFate.REVISE || fate == GoalFate.REACHED)) {
      Field column = goal.orElseThrow();
      add(
          Address.cell(table.key(), id, column.key()),
          t("sheet.differs.cell", t("sheet.row", label(table), number), label(column)),
          t("sheet.notice.unchanged." + fate));
    }
  }

  /** 5領域: over all rows each option at least once. */
  private void covered(Field table, Field column, Answer.Rows rows, List<String> ids) {
    if (!(column instanceof Field.Choices(_, var options, var coversAll))
        || !coversAll
        || ids.isEmpty()) {
      return;
    }
    Set<String> chosen = new TreeSet<>();
    for (String id : ids) {
      if (rows.row(id).at(column.key()) instanceof Answer.Choices(var keys)) {
        chosen.addAll(keys);
      }
    }
    List<Option> left = options.stream().filter(each -> !chosen.contains(each.key())).toList();
    if (!left.isEmpty()) {
      String names =
          left.stream()
              .map(each -> each.label().in(language()))
              .collect(Collectors.joining(t("form.comma")));
      add(Address.of(table.key()), label(column), t("sheet.notice.uncovered", names));
    }
  }

  private void wished(Field field, Address at, String label, Answer answer) {
    if (field.head().required() == Requirement.ADVISED && !answer.given()) {
      add(at, label, t("sheet.notice.missing"));
    }
  }

  /** What starts anew and says the same, and what says word for word what another sheet says. */
  private void words(Field field, Address at, String label, Answer answer, Answer was) {
    if (!(field instanceof Field.LongText) || !(answer instanceof Answer.Text(var text))) {
      return;
    }
    boolean anew = !field.head().carryOver();
    if (anew && was instanceof Answer.Text(var last) && SameWords.same(text, last)) {
      add(at, label, t("sheet.notice.last"));
    } else if (others.contains(SameWords.plain(text))
        && SameWords.tells(text)
        && !common.test(text)) {
      add(at, label, t("sheet.notice.other"));
    }
  }

  private void add(Address at, String label, String words) {
    found.add(new Notice(at, label, words));
  }

  private static String label(Field field) {
    return field.head().label().in(language());
  }
}
