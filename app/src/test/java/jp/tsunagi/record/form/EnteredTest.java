package jp.tsunagi.record.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.DateReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page sends becomes answers. */
class EnteredTest {
  private static final DateReader DATES = DateReader.anyDay(LocalDate.of(2025, 5, 14));

  @Test
  void readsEveryKindOfField() {
    var answers =
        entered(
                "answer.likes=電車",
                "answer.story=",
                "answer.story.state=declined",
                "answer.met-on=２０２５／４",
                "answer.walked.years=1",
                "answer.walked.months=２",
                "answer.meal=helped",
                "answer.senses=",
                "answer.senses=light",
                "answer.senses=sound",
                "answer.weight=２,８５０．５",
                "answer.signed=青空 みどり",
                "answer.signed.relation=母",
                "answer.signed.on=2025-04-02",
                "answer.goals.r1.goal=言葉で頼む")
            .answers();
    assertThat(answers)
        .isEqualTo(
            SmallForm.answers(
                "{'likes':{'text':'電車'},'story':{'state':'declined'},'met-on':{'date':'2025-04'},"
                    + "'walked':{'age':14},'meal':{'choice':'helped'},"
                    + "'senses':{'choices':['light','sound']},'weight':{'number':2850.5},"
                    + "'signed':{'signature':{'name':'青空 みどり','relation':'母','on':'2025-04-02','by':'PAPER'}},"
                    + "'goals':{'rows':{'r1':{'goal':{'text':'言葉で頼む'}}}}}"));
  }

  @ParameterizedTest
  @CsvSource({
    "R7.4.2, 2025-04-02",
    "令和7年4月, 2025-04",
    "令和元年, 2019",
    "H31, 2019",
    "2025年, 2025",
    "2025, 2025",
    "2025-4, 2025-04",
    "２０２５年４月２日, 2025-04-02"
  })
  void readsDatesAsPeopleWriteThem(String typed, String date) {
    assertThat(entered("answer.met-on=" + typed).answers())
        .isEqualTo(SmallForm.answers("{'met-on':{'date':'" + date + "'}}"));
  }

  @ParameterizedTest
  @CsvSource({"7.4.2", "2025-02-30", "4月2日", "7", "春"})
  void asksAgainWhereADateIsUnclear(String typed) {
    assertThat(entered("answer.met-on=" + typed).answers().at("met-on"))
        .isEqualTo(new Answer.Unread(typed));
  }

  @Test
  void threeBoxesMakeADate() {
    var answers = entered("answer.met-on.year=2025", "answer.met-on.month=4", "answer.met-on.day=");
    assertThat(answers.answers()).isEqualTo(SmallForm.answers("{'met-on':{'date':'2025-04'}}"));
  }

  @Test
  void keepsWhatItCannotReadAsItWasTyped() {
    var answers =
        entered("answer.met-on=去年の夏", "answer.weight=小さめ", "answer.walked.years=一歳").answers();
    assertThat(answers.at("met-on")).isEqualTo(new Answer.Unread("去年の夏"));
    assertThat(answers.at("weight")).isEqualTo(new Answer.Unread("小さめ"));
    assertThat(answers.at("walked")).isEqualTo(new Answer.Unread("一歳-"));
  }

  @Test
  void noneTickedIsAnAnswerAndAbsentIsNone() {
    var answers = entered("answer.senses=").answers();
    assertThat(answers.at("senses")).isEqualTo(new Answer.Empty());
    assertThat(answers.at("likes")).isEqualTo(new Answer.NotAsked());
  }

  @Test
  void aTickWinsOverWhatStoodThereBefore() {
    var saved = SmallForm.answers("{'story':{'text':'花火'},'likes':{'text':'電車'}}");
    var entered = entered("answer.story=花火", "answer.story.state=declined", "answer.likes=電車");
    assertThat(entered.settled(saved))
        .isEqualTo(
            new Entered(
                SmallForm.answers("{'story':{'state':'declined'},'likes':{'text':'電車'}}"),
                Set.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'story':{'state':'declined'}}", "{'story':{'text':'音'}}"})
  void whatIsWrittenAndTickedAnewIsAskedAgain(String saved) {
    var before = SmallForm.answers(saved);
    var entered = entered("answer.story=花火", "answer.story.state=declined").settled(before);
    assertThat(entered.appliedTo(before)).isEqualTo(before);
    assertThat(entered.either())
        .containsEntry(
            Address.of("story"), new Entered.Either(new Answer.Text("花火"), new Answer.Declined()));
  }

  @Test
  void theBlankRowOfATableIsNoTextAgainstATick() {
    var before = SmallForm.answers("{'goals':{'rows':{'r1':{'goal':{'text':'a'}}}}}");
    String[] blank = {"answer.goals.r2.goal=", "answer.goals.r2.result="};
    assertThat(
            entered(blank[0], blank[1], "answer.goals.state=unknown")
                .settled(Answers.NONE)
                .answers()
                .at("goals"))
        .isEqualTo(new Answer.Unknown());
    assertThat(
            entered(
                    "answer.goals.r1.goal=a",
                    "answer.goals.r1.result=",
                    blank[0],
                    blank[1],
                    "answer.goals.state=unknown")
                .settled(before)
                .appliedTo(before)
                .at("goals"))
        .isEqualTo(new Answer.Unknown());
  }

  @Test
  void leavesAloneWhatThePageDidNotHold() {
    var draft =
        SmallForm.answers(
            "{'likes':{'text':'電車'},'goals':{'rows':{'r1':{'goal':{'text':'a'},'result':{'text':'b'}},"
                + "'r2':{'goal':{'text':'c'}},'r3':{'goal':{'text':'d'}}}}}");
    var entered = entered("answer.goals.r1.goal=e", "answer.goals.r2.removed=true");
    assertThat(entered.removedRows()).isEqualTo(Set.of(Address.row("goals", "r2")));
    assertThat(entered.appliedTo(draft))
        .isEqualTo(
            SmallForm.answers(
                "{'likes':{'text':'電車'},'goals':{'rows':{'r1':{'goal':{'text':'e'},'result':{'text':'b'}},"
                    + "'r3':{'goal':{'text':'d'}}}}}"));
  }

  @Test
  void aNumberOfAbsurdSizeIsNoNumber() {
    var answers = entered("answer.weight=1e999999999").answers();
    assertThat(answers.at("weight")).isEqualTo(new Answer.Unread("1e999999999"));
    assertThat(entered("answer.weight=12.50").answers().at("weight"))
        .isEqualTo(new Answer.Quantity(new BigDecimal("12.5")));
  }

  @ParameterizedTest
  @CsvSource({"３９, 39", "39週, 39", "３９　週, 39", "39 weeks, 39"})
  void aNumberMayBeFullWidthAndBearItsUnit(String typed, String number) {
    Section birth = ShippedForms.of("profile").section("birth").orElseThrow();
    var answers = Entered.from(birth, Map.of("answer.weeks", List.of(typed)), DATES).answers();
    assertThat(answers.at("weeks")).isEqualTo(new Answer.Quantity(new BigDecimal(number)));
  }

  private static Entered entered(String... parameters) {
    Map<String, List<String>> all = new HashMap<>();
    for (var parameter : parameters) {
      int at = parameter.indexOf('=');
      all.merge(
          parameter.substring(0, at), List.of(parameter.substring(at + 1)), EnteredTest::both);
    }
    return Entered.from(SmallForm.section(), all, DATES);
  }

  private static List<String> both(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
