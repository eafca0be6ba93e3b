package jp.tsunagi.record.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import jp.tsunagi.record.form.LeftOver.Why;
import org.junit.jupiter.api.Test;

/** Goals that go over into the next plan: 継続・修正・達成・終了 (A15, D2). */
class GoalFateTest {
  private static final String COLUMN = "- {key: goal, type: long-text, label: {ja: 目標}}";
  private static final String MARKED =
      SmallForm.YAML.replace(
          COLUMN,
          String.join(
              "\n          ",
              "- {key: fate, type: roll-forward, label: {ja: 前の目標}}",
              "- {key: last, type: short-text, of-before: result, required: FINAL, label: {ja: 前の評価}}",
              "- {key: goal, type: long-text, required: FINAL, label: {ja: 目標}}"));

  private static final FormDefinition FORM = SmallForm.form(MARKED);

  private static Answers goals(String rows) {
    return SmallForm.answers("{'goals':{'rows':{" + rows + "}}}");
  }

  private static CarryOver next(FormDefinition before, String rows) {
    return CarryOver.from(before, Map.of("first", goals(rows)), FORM);
  }

  private static List<AnswerProblem> problems(String rows) {
    return AnswerCheck.toFinal(
            FORM.section("first").orElseThrow(),
            goals(rows).with(Address.of("likes"), new Answer.Text("電車")))
        .stream()
        .filter(problem -> problem.address().field().equals("goals"))
        .toList();
  }

  @Test
  void aGoalGoesOverWithItsIdItsEvaluationAndAnOpenMark() {
    var carried = next(FORM, "'r1':{'goal':{'text':'頼む'},'result':{'text':'できた'}}");
    assertThat(carried.parts().get("first"))
        .isEqualTo(
            goals("'r1':{'goal':{'text':'頼む'},'fate':{'choice':'open'},'last':{'text':'できた'}}"));
    assertThat(carried.leftOver())
        .extracting(LeftOver::address, LeftOver::why)
        .containsExactly(tuple(Address.cell("goals", "r1", "result"), Why.STARTS_ANEW));
  }

  @Test
  void whatWasSaidOfTheYearBeforeThatStartsAnew() {
    var carried =
        next(
            FORM,
            "'r1':{'goal':{'text':'頼む'},'fate':{'choice':'continue'},'last':{'text':'昔の評価'}}");
    assertThat(carried.parts().get("first"))
        .as("no evaluation of this year yet, and none of the last stands in its place")
        .isEqualTo(goals("'r1':{'goal':{'text':'頼む'},'fate':{'choice':'open'}}"));
  }

  @Test
  void goalsOfAFormWithoutMarksAreTakenOverToo() {
    var carried = next(SmallForm.form(), "'r1':{'goal':{'text':'頼む'},'result':{'text':'◎'}}");
    assertThat(carried.parts().get("first"))
        .isEqualTo(
            goals("'r1':{'goal':{'text':'頼む'},'fate':{'choice':'open'},'last':{'text':'◎'}}"));
  }

  @Test
  void aClosedGoalStaysBehindWithAllThatWasSaidOfIt() {
    var carried =
        next(
            FORM,
            "'r1':{'goal':{'text':'頼む'},'fate':{'choice':'ended'}},"
                + "'r2':{'fate':{'choice':'reached'},'last':{'text':'◎'}},"
                + "'r3':{'goal':{'text':'待つ'},'fate':{'choice':'reached'}}");
    assertThat(carried.parts().get("first"))
        .as("of a goal that was reached the one that follows goes on")
        .isEqualTo(goals("'r3':{'goal':{'text':'待つ'},'fate':{'choice':'open'}}"));
    assertThat(carried.leftOver())
        .filteredOn(left -> left.why() == Why.CLOSED)
        .extracting(LeftOver::address)
        .containsExactlyInAnyOrder(
            Address.cell("goals", "r1", "goal"),
            Address.cell("goals", "r1", "fate"),
            Address.cell("goals", "r2", "fate"),
            Address.cell("goals", "r2", "last"));
  }

  @Test
  void theGoalIsFoundWhereverItsColumnStands() {
    var form =
        SmallForm.form(
            MARKED.replace(
                "- {key: goal, type: long-text, required",
                "- {key: area, type: short-text, label: {ja: 領域}}\n"
                    + "          - {key: goal, type: long-text, required"));
    var goals = form.field("goals").orElseThrow();
    assertThat(GoalFate.goal(goals)).map(Field::key).contains("goal");
    var reached =
        Answers.NONE
            .with(Address.of("fate"), new Answer.Choice("reached"))
            .with(Address.of("area"), new Answer.Text("国語"));
    assertThat(GoalFate.closed(goals, reached)).isTrue();
  }

  @Test
  void liftingADraftKeepsEveryMark() {
    var goals =
        goals(
            "'r1':{'goal':{'text':'頼む'},'fate':{'choice':'ended'},'last':{'text':'◎'}},"
                + "'r2':{'goal':{'text':'待つ'},'fate':{'choice':'open'}},"
                + "'r3':{'goal':{'text':'話す'},'fate':{'choice':'reached'}}");
    var lifted = CarryOver.lift(FORM, Map.of("first", goals), FORM);
    assertThat(lifted.parts().get("first")).isEqualTo(goals);
    assertThat(lifted.leftOver()).isEmpty();
  }

  @Test
  void nothingIsFinalBeforeEachGoalIsMarkedAndEvaluated() {
    assertThat(problems("'r1':{'goal':{'text':'頼む'},'fate':{'choice':'open'}}"))
        .extracting(AnswerProblem::address, AnswerProblem::message)
        .containsExactly(
            tuple(Address.cell("goals", "r1", "fate"), "form.answer.goalUnmarked"),
            tuple(Address.cell("goals", "r1", "last"), "form.answer.required"));
    assertThat(
            problems("'r1':{'goal':{'text':'頼む'},'fate':{'choice':'revise'},'last':{'text':'○'}}"))
        .isEmpty();
    assertThat(problems("'r1':{'goal':{'text':'頼む'},'fate':{'choice':'later'}}"))
        .extracting(AnswerProblem::message)
        .contains("form.answer.notAChoice");
  }

  @Test
  void aNewGoalNeedsNoMarkAndAClosedOneNoWords() {
    assertThat(problems("'r1':{'goal':{'text':'頼む'}}")).isEmpty();
    assertThat(problems("'r1':{'result':{'text':'頼む'}}"))
        .extracting(AnswerProblem::address)
        .containsExactly(Address.cell("goals", "r1", "goal"));
    assertThat(problems("'r1':{'fate':{'choice':'reached'},'last':{'text':'◎'}}")).isEmpty();
    assertThat(problems("'r1':{'fate':{'choice':'continue'},'last':{'text':'◎'}}"))
        .extracting(AnswerProblem::address)
        .containsExactly(Address.cell("goals", "r1", "goal"));
  }

  @Test
  void aPageSendsThatAGoalWasTakenOverAndWhatWasChosenAfterIt() {
    var section = FORM.section("first").orElseThrow();
    var dates = jp.tsunagi.base.calendar.DateReader.anyDay(java.time.LocalDate.of(2025, 5, 1));
    var chosen = Map.of("answer.goals.r1.fate", List.of("open", "reached"));
    assertThat(Entered.from(section, chosen, dates).answers())
        .isEqualTo(goals("'r1':{'fate':{'choice':'reached'}}"));
    var open = Map.of("answer.goals.r1.fate", List.of("open"));
    assertThat(Entered.from(section, open, dates).answers())
        .isEqualTo(goals("'r1':{'fate':{'choice':'open'}}"));
  }

  @Test
  void aFormThatMarksWrongIsRefused() {
    assertThat(refused(MARKED.replace("of-before: result", "of-before: outcome")))
        .contains("form.file.ofBefore");
    assertThat(refused(MARKED.replace("type: roll-forward", "type: short-text")))
        .contains("form.file.ofBefore");
    assertThat(
            refused(
                MARKED.replace(
                    "- {key: last,",
                    "- {key: fate2, type: roll-forward, label: {ja: 前}}\n          - {key: last,")))
        .contains("form.file.rollForwardTwice");
    assertThat(
            refused(
                MARKED.replace(
                    "{key: story, type: long-text,", "{key: story, type: roll-forward,")))
        .contains("form.file.notOneOf");
  }

  private static List<String> refused(String yaml) {
    try {
      FormFile.read("small.yaml", yaml);
      return List.of();
    } catch (FormFileRefused refused) {
      return refused.problems().stream().map(FormFileProblem::message).toList();
    }
  }
}
