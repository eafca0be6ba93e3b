package jp.tsunagi.record.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagi.record.form.LeftOver.Why;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class CarryOverTest {
  private static final List<FormDefinition> NEXT =
      List.of(
          SmallForm.form(),
          changed("key: likes", "key: loves"),
          changed("key: walked, type: age", "key: walked, type: short-text"),
          changed("- {key: sound, label: {ja: 音}}", "- {key: smell, label: {ja: におい}}"),
          changed("- {key: alone, label: {ja: ひとり}}", "- {key: self, label: {ja: ひとり}}"),
          changed("key: result,", "key: outcome,"),
          changed("category: SUPPORT", "category: PLAN"),
          changed("writer: ORGANISATION", "writer: GUARDIAN"),
          changed("guardian-reads: true", "guardian-reads: false"));

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void everythingIsCarriedOrLeftOver(
      @ForAll("fitting") Answers answers,
      @ForAll("next") FormDefinition next,
      @ForAll boolean lift) {
    var previous = SmallForm.form();
    var parts = Map.of("first", answers);
    var result =
        lift ? CarryOver.lift(previous, parts, next) : CarryOver.from(previous, parts, next);
    assertThat(together(result)).isEqualTo(answers);
  }

  /** Puts what was carried and what was left over together again. */
  private static Answers together(CarryOver result) {
    var leaves = new TreeMap<Address, Answer>();
    result.parts().values().forEach(part -> leaves.putAll(part.leaves()));
    for (var left : result.leftOver()) {
      if (left.answer() instanceof Answer.Rows rows) {
        leaves.putAll(Answers.NONE.with(left.address(), rows).leaves());
      } else {
        leaves.merge(left.address(), left.answer(), CarryOverTest::union);
      }
    }
    return Answers.ofLeaves(leaves);
  }

  private static Answer union(Answer carried, Answer left) {
    if (carried instanceof Answer.Choices(var some) && left instanceof Answer.Choices(var rest)) {
      var all = new TreeSet<>(some);
      all.addAll(rest);
      return new Answer.Choices(all);
    }
    throw new AssertionError("carried and left over: " + carried + ", " + left);
  }

  @Test
  void nextYearStartsWithTheStateAndWithoutTheEvaluation() {
    var answers =
        SmallForm.answers(
            "{'likes':{'text':'電車'},'story':{'text':'楽しかった'},"
                + "'goals':{'rows':{'r1':{'goal':{'text':'頼む'},'result':{'text':'できた'}}}}}");
    var result = CarryOver.from(SmallForm.form(), Map.of("first", answers), SmallForm.form());
    assertThat(result.parts().get("first"))
        .isEqualTo(
            SmallForm.answers(
                "{'likes':{'text':'電車'},'goals':{'rows':{'r1':{'goal':{'text':'頼む'}}}}}"));
    assertThat(result.leftOver())
        .extracting(LeftOver::address, LeftOver::why)
        .containsExactlyInAnyOrder(
            tuple(Address.of("story"), Why.STARTS_ANEW),
            tuple(Address.cell("goals", "r1", "result"), Why.STARTS_ANEW));
  }

  @Test
  void liftingADraftTakesEveryFieldThatIsStillThere() {
    var answers = SmallForm.answers("{'likes':{'text':'電車'},'story':{'text':'楽しかった'}}");
    var result = CarryOver.lift(SmallForm.form(), Map.of("first", answers), SmallForm.form());
    assertThat(result.parts().get("first")).isEqualTo(answers);
    assertThat(result.leftOver()).isEmpty();
  }

  @Test
  void nothingMovesToOtherReaders() {
    var answers = SmallForm.answers("{'likes':{'text':'電車'}}");
    var parts = Map.of("first", answers);
    assertThat(why(parts, changed("category: SUPPORT", "category: PLAN")))
        .containsExactly(Why.OTHER_CATEGORY);
    assertThat(why(parts, changed("writer: ORGANISATION", "writer: GUARDIAN")))
        .containsExactly(Why.OTHER_WRITER);
    assertThat(why(parts, changed("guardian-reads: true", "guardian-reads: false")))
        .containsExactly(Why.OTHER_READERS);
  }

  @Test
  void aPartOfASectionThatTheFormNeverHadIsLeftOverToo() {
    var parts = Map.of("elsewhere", SmallForm.answers("{'likes':{'text':'電車'}}"));
    assertThat(why(parts, SmallForm.form())).containsExactly(Why.NOT_ASKED_ANY_MORE);
  }

  private static List<Why> why(Map<String, Answers> parts, FormDefinition next) {
    return CarryOver.from(SmallForm.form(), parts, next).leftOver().stream()
        .map(LeftOver::why)
        .toList();
  }

  private static FormDefinition changed(String before, String after) {
    assertThat(SmallForm.YAML).contains(before);
    return SmallForm.form(SmallForm.YAML.replace(before, after));
  }

  @Provide
  Arbitrary<Answers> fitting() {
    return ArbitraryAnswers.to(SmallForm.section().questions());
  }

  @Provide
  Arbitrary<FormDefinition> next() {
    return Arbitraries.of(NEXT);
  }
}
