package jp.tsunagi.record.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void jsonRoundTrip(@ForAll("answers") Answers answers) {
    var json = answers.json();
    assertThat(Answers.ofJson(json)).isEqualTo(answers);
    assertThat(Answers.ofJson(json).json()).isEqualTo(json);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void changesAtDifferentAddressesCommute(
      @ForAll("answers") Answers answers,
      @ForAll("addresses") Address one,
      @ForAll("addresses") Address other,
      @ForAll("cells") Answer first,
      @ForAll("cells") Answer second) {
    Assume.that(!one.overlaps(other));
    assertThat(answers.with(one, first).with(other, second))
        .isEqualTo(answers.with(other, second).with(one, first));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsPutAtAnAddressIsThere(
      @ForAll("answers") Answers answers,
      @ForAll("addresses") Address at,
      @ForAll("cells") Answer answer) {
    assertThat(answers.with(at, answer).at(at)).isEqualTo(answer);
    assertThat(answers.with(at, new Answer.NotAsked()).at(at).given()).isFalse();
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void leavesAreTheWholeOfIt(@ForAll("answers") Answers answers) {
    assertThat(Answers.ofLeaves(answers.leaves())).isEqualTo(answers);
  }

  @Test
  void fourWaysOfSayingNothingDiffer() {
    var answers =
        SmallForm.answers(
            "{'a':{'state':'empty'},'b':{'state':'unknown'},'c':{'state':'declined'}}");
    assertThat(answers.at("a")).isEqualTo(new Answer.Empty());
    assertThat(answers.at("b")).isEqualTo(new Answer.Unknown());
    assertThat(answers.at("c")).isEqualTo(new Answer.Declined());
    assertThat(answers.at("d")).isEqualTo(new Answer.NotAsked());
  }

  @Test
  void theJsonHasOneSpelling() {
    var answers =
        SmallForm.answers(
            "{'b':{'number':1.50},'a':{'rows':{'r2':{},'r1':{'y':{'date':'2025-4'},'x':{'choices':['n','m']}}}}}");
    assertThat(answers.json())
        .isEqualTo(
            """
            {"a":{"rows":{"r1":{"x":{"choices":["m","n"]},"y":{"date":"2025-04"}},"r2":{}}},"b":{"number":1.5}}\
            """);
    assertThat(new Answer.Quantity(new BigDecimal("1E+3")))
        .isEqualTo(new Answer.Quantity(new BigDecimal("1000.0")));
  }

  @Test
  void aTextKeepsItsLinesAndLosesWhatNoDatabaseTakes() {
    assertThat(new Answer.Text("a\r\nb\u0000\uD800c")).isEqualTo(new Answer.Text("a\nbc"));
    assertThat(new Answer.Text("辻\uDB40\uDD01").value()).isEqualTo("辻\uDB40\uDD01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{\"a\":1}",
        "{\"a\":{}}",
        "{\"a\":{\"colour\":\"red\"}}",
        "{\"a\":{\"state\":\"away\"}}",
        "{\"a\":{\"date\":\"2025-02-30\"}}",
        "{\"a\":{\"number\":\"many\"}}"
      })
  void refusesOtherJson(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> Answers.ofJson(json));
  }

  @Provide
  Arbitrary<Answers> answers() {
    return ArbitraryAnswers.any();
  }

  @Provide
  Arbitrary<Address> addresses() {
    return ArbitraryAnswers.addresses();
  }

  @Provide
  Arbitrary<Answer> cells() {
    return ArbitraryAnswers.cell();
  }
}
