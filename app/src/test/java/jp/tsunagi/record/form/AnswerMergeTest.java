package jp.tsunagi.record.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class AnswerMergeTest {
  private static final Answers BASE =
      SmallForm.answers("{'goals':{'rows':{'r1':{'goal':{'text':'頼む'},'means':{'text':'カード'}}}}}");

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void differentAddressesMergeWithoutAWord(
      @ForAll("answers") Answers base,
      @ForAll("addresses") Address one,
      @ForAll("addresses") Address other,
      @ForAll("cells") Answer theirs,
      @ForAll("cells") Answer mine) {
    Assume.that(!one.overlaps(other));
    var merge = AnswerMerge.of(base, base.with(one, theirs), base.with(other, mine));
    assertThat(merge.merged()).isEqualTo(base.with(one, theirs).with(other, mine));
    assertThat(merge.clashes()).isEmpty();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void nothingTypedIsLost(
      @ForAll("fitting") Answers base,
      @ForAll("fitting") Answers saved,
      @ForAll("fitting") Answers mine) {
    var merge = AnswerMerge.of(base, saved, mine);
    assertThat(mine.leaves().entrySet())
        .allMatch(leaf ->
            !(leaf.getValue().given())
                || leaf.getValue().equals(base.leaves().get(leaf.getKey()))
                || leaf.getValue().equals(merge.merged().leaves().get(leaf.getKey()))
                || shown(merge, leaf.getKey(), leaf.getValue()));
    assertThat(saved.leaves().entrySet())
        .allMatch(leaf ->
            !(leaf.getValue().given())
                || leaf.getValue().equals(base.leaves().get(leaf.getKey()))
                || leaf.getValue().equals(merge.merged().leaves().get(leaf.getKey()))
                || merge.clashes().stream().anyMatch(at(leaf.getKey())));
  }

  private static boolean shown(AnswerMerge merge, Address address, Answer mine) {
    return merge.clashes().stream()
        .filter(at(address))
        .anyMatch(clash -> clash.mine().equals(mine) || mine instanceof Answer.Rows);
  }

  private static Predicate<AnswerMerge.Clash> at(Address address) {
    return clash -> clash.address().overlaps(address);
  }

  @Test
  void theSameAddressKeepsWhatWasSavedAndShowsBoth() {
    var at = Address.cell("goals", "r1", "goal");
    var theirs = new Answer.Text("言葉で頼む");
    var mine = new Answer.Text("友だちに頼む");
    var merge = AnswerMerge.of(BASE, BASE.with(at, theirs), BASE.with(at, mine));
    assertThat(merge.merged().at(at)).isEqualTo(theirs);
    assertThat(merge.clashes()).containsExactly(new AnswerMerge.Clash(at, theirs, mine));
  }

  @Test
  void anEditWinsOverTakingTheRowAway() {
    var edited = BASE.with(Address.cell("goals", "r1", "goal"), new Answer.Text("言葉で頼む"));
    var gone = BASE.withoutRow("goals", "r1");
    assertThat(AnswerMerge.of(BASE, gone, edited).merged()).isEqualTo(edited);
    assertThat(AnswerMerge.of(BASE, edited, gone).merged()).isEqualTo(edited);
    assertThat(AnswerMerge.of(BASE, gone, edited).clashes())
        .extracting(AnswerMerge.Clash::address)
        .contains(Address.row("goals", "r1"));
  }

  @Test
  void aRowTakenAwayAndLeftAloneByTheOtherGoes() {
    var gone = BASE.withoutRow("goals", "r1");
    var merge = AnswerMerge.of(BASE, gone, BASE);
    assertThat(merge.merged()).isEqualTo(gone);
    assertThat(merge.clashes()).isEmpty();
  }

  @Provide
  Arbitrary<Answers> answers() {
    return ArbitraryAnswers.any();
  }

  @Provide
  Arbitrary<Answers> fitting() {
    return ArbitraryAnswers.to(SmallForm.section().questions());
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
