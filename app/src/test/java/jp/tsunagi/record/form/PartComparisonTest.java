package jp.tsunagi.record.form;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class PartComparisonTest {

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void nothingChangedInTheSameAnswers(@ForAll("fitting") Answers answers) {
    assertThat(PartComparison.between(SmallForm.section(), answers, answers)).isEmpty();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void backwardsItSaysTheOpposite(
      @ForAll("fitting") Answers one, @ForAll("fitting") Answers other) {
    var there = PartComparison.between(SmallForm.section(), one, other);
    var back = PartComparison.between(SmallForm.section(), other, one);
    assertThat(back)
        .extracting(Change::address)
        .isEqualTo(there.stream().map(Change::address).toList());
  }

  @Test
  void saysWhatCameWhatWentAndWhatChangedInTheOrderOfTheForm() {
    var before =
        SmallForm.answers(
            "{'likes':{'text':'電車'},'story':{'text':'x'},"
                + "'goals':{'rows':{'r1':{'goal':{'text':'a'}},'r2':{'goal':{'text':'b'}}}}}");
    var after =
        SmallForm.answers(
            "{'likes':{'text':'バス'},'story':{'state':'empty'},'walked':{'age':14},"
                + "'goals':{'rows':{'r2':{'goal':{'text':'c'}},'r3':{'goal':{'text':'d'}}}}}");
    assertThat(PartComparison.between(SmallForm.section(), before, after))
        .containsExactly(
            new Change.Changed(Address.of("likes"), new Answer.Text("電車"), new Answer.Text("バス")),
            new Change.Removed(Address.of("story"), new Answer.Text("x")),
            new Change.Added(Address.of("walked"), new Answer.Age(14)),
            new Change.Removed(Address.row("goals", "r1"), before.at(Address.row("goals", "r1"))),
            new Change.Changed(
                Address.cell("goals", "r2", "goal"), new Answer.Text("b"), new Answer.Text("c")),
            new Change.Added(Address.row("goals", "r3"), after.at(Address.row("goals", "r3"))));
  }

  @Provide
  Arbitrary<Answers> fitting() {
    return ArbitraryAnswers.to(SmallForm.section().questions());
  }
}
