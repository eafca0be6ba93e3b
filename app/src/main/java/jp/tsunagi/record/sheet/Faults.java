package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.AnswerCheck;
import jp.tsunagi.record.form.AnswerProblem;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Entered;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.ProblemWords;
import jp.tsunagi.record.form.Section;

/** What is wrong with the answers of a section, each in words and with its place. Pure. */
final class Faults {
  private final Section section;
  private final Answers answers;
  private final LocalDate today;

  private Faults(Section section, Answers answers, LocalDate today) {
    this.section = section;
    this.answers = answers;
    this.today = today;
  }

  /** What cannot be right, while it is written. */
  static List<Missing> written(Section section, Answers answers, LocalDate today) {
    return new Faults(section, answers, today).of(AnswerCheck.draft(section, answers));
  }

  /** The same, and what is missing before it can become final. */
  static List<Missing> toFinal(Section section, Answers answers, LocalDate today) {
    return new Faults(section, answers, today).of(AnswerCheck.toFinal(section, answers));
  }

  /** Where something was written and わからない or 答えたくない is ticked too. */
  static List<Missing> undecided(
      Section section, Answers answers, SortedMap<Address, Entered.Either> either) {
    return new Faults(section, answers, LocalDate.MAX)
        .of(either.keySet().stream().map(AnswerProblem::either).toList());
  }

  private List<Missing> of(List<AnswerProblem> problems) {
    return problems.stream()
        .filter(problem -> problem.severity() == AnswerProblem.Severity.WRONG)
        .map(this::missing)
        .toList();
  }

  private Missing missing(AnswerProblem problem) {
    Address at = problem.address();
    String words =
        section
            .field(at)
            .map(field -> ProblemWords.of(field, answers.at(at), problem, today))
            .orElseGet(() -> t(problem.message(), problem.arguments().toArray()));
    return new Missing(section.key(), label(at), problem, words);
  }

  private String label(Address at) {
    String own = section.field(at).map(Faults::label).orElse(at.field());
    String row = at.row();
    if (row == null || !(answers.at(at.field()) instanceof Answer.Rows(var rows))) {
      return own;
    }
    int number = new ArrayList<>(rows.keySet()).indexOf(row) + 1;
    String table = section.field(at.field()).map(Faults::label).orElse(at.field());
    return t("sheet.differs.cell", t("sheet.row", table, number), own);
  }

  private static String label(Field field) {
    return field.head().label().in(language());
  }
}
