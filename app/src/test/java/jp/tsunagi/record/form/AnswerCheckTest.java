package jp.tsunagi.record.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagi.base.ui.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'likes':{'text':'12345678901'}} | likes tooLong [10, 11]",
        "{'likes':{'state':'declined'}} | likes declinedNotOffered []",
        "{'met-on':{'date':'2025'}} | met-on monthMissing []",
        "{'met-on':{'state':'unknown'}} | met-on unknownNotOffered []",
        "{'met-on':{'unread':'去年'}} | met-on notADate []",
        "{'walked':{'unread':'はやい'}} | walked notAnAge []",
        "{'weight':{'unread':'小さめ'}} | weight notANumber []",
        "{'weight':{'number':100}} | weight outOfRange [200, 7000]",
        "{'weight':{'number':300.25}} | weight tooManyDecimals [1]",
        "{'quotient':{'number':170}} | quotient unusual [40, 160]",
        "{'meal':{'choice':'away'}} | meal notAChoice [away]",
        "{'meal':{'text':'ひとりで'}} | meal otherKind []",
        "{'senses':{'choices':['sound','taste']}} | senses notAChoice [taste]",
        "{'pet':{'text':'犬'}} | pet notAField []",
        "{'goals':{'rows':{'r1':{'pet':{'text':'犬'}}}}} | goals.r1.pet notAField []",
        "{'goals':{'rows':{'1':{},'2':{},'3':{},'4':{}}}} | goals tooManyRows [3, 4]"
      })
  void saysWhatIsWrongWhileItIsWritten(String json, String problem) {
    var problems = AnswerCheck.draft(SmallForm.section(), SmallForm.answers(json));
    assertThat(words(problems)).containsExactly(problem);
  }

  @Test
  void nothingInParticularStandsAlone() {
    Section senses = ShippedForms.of("profile").section("strengths").orElseThrow();
    var both = SmallForm.answers("{'senses':{'choices':['none','sound']}}");
    assertThat(words(AnswerCheck.draft(senses, both))).containsExactly("senses alone [none]");
    assertThat(AnswerCheck.draft(senses, SmallForm.answers("{'senses':{'choices':['none']}}")))
        .isEmpty();
  }

  @Test
  void aDraftMayBeEmptyAFinalPartMayNot() {
    assertThat(AnswerCheck.draft(SmallForm.section(), Answers.NONE)).isEmpty();
    assertThat(words(AnswerCheck.toFinal(SmallForm.section(), Answers.NONE)))
        .containsExactly("likes required []");
  }

  @Test
  void notKnowingIsAnAnswerWhereItIsOffered() {
    var answers = SmallForm.answers("{'likes':{'state':'unknown'}}");
    assertThat(AnswerCheck.toFinal(SmallForm.section(), answers)).isEmpty();
  }

  @Test
  void onlyWrongAnswersStopItFromBecomingFinal() {
    var answers = SmallForm.answers("{'likes':{'text':'電車'},'quotient':{'number':170}}");
    assertThat(AnswerCheck.toFinal(SmallForm.section(), answers))
        .extracting(AnswerProblem::severity)
        .containsExactly(AnswerProblem.Severity.WARNING);
  }

  @Test
  void charactersOutsideTheFirstPlaneCountOnce() {
    var answers = SmallForm.answers("{'likes':{'text':'𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷'}}");
    assertThat(AnswerCheck.draft(SmallForm.section(), answers)).isEmpty();
  }

  private static List<String> words(List<AnswerProblem> problems) {
    assertThat(problems).allSatisfy(problem -> assertThat(Text.has(problem.message())).isTrue());
    return problems.stream()
        .map(problem ->
            problem.address()
                + problem.message().replace("form.answer.", " ")
                + " "
                + problem.arguments())
        .toList();
  }
}
