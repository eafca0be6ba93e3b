package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.TwoTexts;
import jp.tsunagi.record.file.Files.Attached;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.AnswerCheck;
import jp.tsunagi.record.form.AnswerProblem;
import jp.tsunagi.record.form.AnswerText;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.GoalFate;
import jp.tsunagi.record.form.NoAnswer;
import jp.tsunagi.record.form.ProblemWords;
import jp.tsunagi.record.form.Requirement;
import jp.tsunagi.record.form.Wording;
import jp.tsunagi.record.sheet.QuestionView.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fields of a section into what is shown.
 *
 * @param today limits what a typed date can mean
 * @param problems by address, to be shown beside the field
 * @param ticks わからない or 答えたくない that stand beside something written, by address
 * @param two texts of one field, by address
 * @param files of the part
 * @param more field to which one more blank row is added
 */
record Questions(
    Answers answers,
    Map<String, String> facts,
    LocalDate today,
    Map<Address, AnswerProblem> problems,
    Map<Address, Answer> ticks,
    Map<Address, TwoTexts> two,
    List<Attached> files,
    @Nullable String more) {

  QuestionView of(Field field) {
    return of(field, Address.of(field.key()), answers.at(field.key()));
  }

  private QuestionView of(Field field, Address at, Answer answer) {
    FieldView view = view(field, at, answer);
    QuestionView question =
        switch (field) {
          case Field.ShortText(_, int max) -> QuestionView.of(Kind.TEXT, view.most(max));
          case Field.LongText(_, int max) -> QuestionView.of(Kind.AREA, view.most(max));
          case Field.Date _ -> QuestionView.of(Kind.DATE, view);
          case Field.Age _ -> QuestionView.of(Kind.AGE, view).boxes(age(at, answer));
          case Field.Choice(_, var options) ->
              QuestionView.of(Kind.CHOICE, view).options(options(options, chosen(answer)));
          case Field.Choices(_, var options, _) ->
              QuestionView.of(Kind.CHOICES, view).options(options(options, chosen(answer)));
          case Field.Quantity quantity -> QuestionView.of(Kind.NUMBER, view.unit(unit(quantity)));
          case Field.Score _ -> QuestionView.of(Kind.NUMBER, view);
          case Field.Person _, Field.Organisation _ ->
              QuestionView.of(Kind.TEXT, view.most(AnswerCheck.LONGEST_NAME));
          case Field.RollForward _ ->
              QuestionView.of(Kind.FATE, view).options(fates(chosen(answer)));
          case Field.Table(_, var columns, int max) -> rows(view, field, columns, max, answer);
          case Field.Goals(_, var columns, int max) -> rows(view, field, columns, max, answer);
          case Field.Fact _ ->
              QuestionView.of(Kind.FACT, view.value(facts.getOrDefault(field.key(), "")));
          case Field.Statement(_, var paragraphs) ->
              QuestionView.of(Kind.STATEMENT, view)
                  .texts(paragraphs.stream().map(each -> each.in(language())).toList());
          case Field.Attachment(_, int most) ->
              QuestionView.of(Kind.FILES, view).longest(most).files(attached(answer));
          case Field.Signature _ -> QuestionView.of(Kind.ON_PAPER, view);
        };
    return question.two(two.get(at));
  }

  private List<Attached> attached(Answer answer) {
    return answer instanceof Answer.Files(var ids) ? FileAnswers.among(files, ids) : List.of();
  }

  private FieldView view(Field field, Address at, Answer answer) {
    FieldView view =
        FieldView.of(at.parameter(), field.head().label().in(language()))
            .value(AnswerText.typed(answer))
            .hint(hint(field))
            .error(error(field, at, answer))
            .instead(instead(field, ticks.getOrDefault(at, answer)));
    return field.head().required() == Requirement.FINAL ? view.must() : view;
  }

  /** What the form says; beside a date also the ways in which it can be written. */
  private static @Nullable String hint(Field field) {
    Wording said = field.head().hint();
    String own = said == null ? null : said.in(language());
    if (!(field instanceof Field.Date(_, var coarsest))) {
      return own;
    }
    String ways = t("form.date.hint." + coarsest);
    return own == null ? ways : t("form.date.hint.more", own, ways);
  }

  private static String unit(Field.Quantity field) {
    Wording unit = field.unit();
    return unit == null ? "" : unit.in(language());
  }

  private @Nullable String error(Field field, Address at, Answer answer) {
    AnswerProblem problem = problems.get(at);
    return problem == null ? null : ProblemWords.of(field, answer, problem, today);
  }

  private static List<Option> instead(Field field, Answer answer) {
    List<Option> options = new ArrayList<>();
    Set<NoAnswer> offers = field.head().offers();
    if (offers.contains(NoAnswer.UNKNOWN)) {
      options.add(new Option("unknown", t("form.state.unknown"), answer instanceof Answer.Unknown));
    }
    if (offers.contains(NoAnswer.DECLINED)) {
      options.add(
          new Option("declined", t("form.state.declined"), answer instanceof Answer.Declined));
    }
    return options;
  }

  private static Set<String> chosen(Answer answer) {
    return switch (answer) {
      case Answer.Choice(var key) -> Set.of(key);
      case Answer.Choices(var keys) -> keys;
      default -> Set.of();
    };
  }

  /** In the order of their keys 1 to 4. */
  private static List<Option> fates(Set<String> chosen) {
    return Stream.of(GoalFate.values())
        .filter(fate -> fate != GoalFate.OPEN)
        .map(fate -> new Option(fate.key(), t("form.fate." + fate), chosen.contains(fate.key())))
        .toList();
  }

  private static List<Option> options(
      List<jp.tsunagi.record.form.Option> offered, Set<String> chosen) {
    return offered.stream()
        .map(each ->
            new Option(each.key(), each.label().in(language()), chosen.contains(each.key())))
        .toList();
  }

  private static List<FieldView> age(Address at, Answer answer) {
    boolean known = answer instanceof Answer.Age;
    int months = answer instanceof Answer.Age(int all) ? all : 0;
    String[] unread =
        answer instanceof Answer.Unread(var typed) ? typed.split("-", 2) : new String[] {"", ""};
    return List.of(
        FieldView.of(at.parameter() + ".years", t("sheet.age.years"))
            .value(known ? String.valueOf(months / 12) : unread[0]),
        FieldView.of(at.parameter() + ".months", t("sheet.age.months"))
            .value(known ? String.valueOf(months % 12) : unread[unread.length - 1]));
  }

  private QuestionView rows(
      FieldView view, Field field, List<Field> columns, int max, Answer answer) {
    List<QuestionView.Row> rows = new ArrayList<>();
    if (answer instanceof Answer.Rows(var byId)) {
      byId.forEach((id, cells) -> rows.add(row(field, columns, id, cells, rows.size() + 1)));
    }
    boolean wanted = rows.isEmpty() || field.key().equals(more);
    if (wanted && rows.size() < max) {
      UUID fresh = Id.fresh();
      rows.add(row(field, columns, fresh.toString(), Answers.NONE, rows.size() + 1));
    }
    return QuestionView.of(Kind.ROWS, view).rows(rows);
  }

  private QuestionView.Row row(
      Field field, List<Field> columns, String id, Answers cells, int number) {
    Address address = Address.row(field.key(), id);
    boolean taken = GoalFate.of(field, cells).isPresent();
    List<QuestionView> before = new ArrayList<>();
    List<QuestionView> questions = new ArrayList<>();
    QuestionView fate = null;
    for (Field column : columns) {
      Address at = Address.cell(field.key(), id, column.key());
      QuestionView question = of(column, at, cells.at(column.key()));
      if (column instanceof Field.RollForward) {
        fate = taken ? question : null;
      } else if (column.head().ofBefore() == null) {
        questions.add(question);
      } else if (taken) {
        before.add(question);
      }
    }
    String title = t("sheet.row", field.head().label().in(language()), number);
    return new QuestionView.Row(
        address.toString(),
        title,
        questions,
        cells.equals(Answers.NONE),
        fate,
        before,
        GoalFate.closed(field, cells),
        List.of());
  }
}
