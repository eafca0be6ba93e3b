package jp.tsunagi.base.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "あおぞら,アオソラ",
    "ｱｵｿﾞﾗ,あおぞら",
    "あおそら,あおぞら",
    "コータ,こうた",
    "コオタ,こうた",
    "オーノ,おおの",
    "けーこ,けいこ",
    "ゆーき,ゆうき",
    "りょう,リヨウ",
    "ヴァン,ばん",
    "ヴィクトル,ビクトル",
    "ヴ,ぶ",
    "ヴュー,びゆう",
    "ちぢみ,ちじみ",
    "かなづ,かなず",
    "カヲル,かおる",
    "ヱミ,えみ",
    "イッペイ,いつぺい",
    "すゞき,すずき",
    "みちゝ,みちち",
    "ハ゜リ,ぱり",
    "はら　そら,はらそら",
    "マリア・シルバ,まりあしるば",
    "髙嶺,高嶺",
    "山﨑,山崎",
    "山嵜,山崎",
    "渡邉,渡辺",
    "渡邊,渡辺",
    "齋藤,斉藤",
    "齊藤,斉藤",
    "斎藤,斉藤",
    "𠮷田,吉田",
    "濵田,浜田",
    "櫻澤,桜沢",
    "佐々木,佐佐木",
    "神,神",
    "Nguyễn,nguyen",
    "Đặng,DANG",
    "João,JOAO",
    "ＭＡＲＩＡ,maria",
    "O'Brien,obrien"
  })
  void writesTheSameNameOneWay(String one, String other) {
    assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ゆき,ゆうき", "おの,おおの", "青空,青海", "しょう,しょ", "かな,かんな"})
  void keepsDifferentNamesApart(String one, String other) {
    assertThat(Folding.fold(one)).isNotEqualTo(Folding.fold(other));
  }

  @Example
  void dropsSelectorsOfShapes() {
    assertThat(Folding.fold("辺\uDB40\uDD02葛\uDB40\uDD00")).isEqualTo("辺葛");
  }

  @Property(tries = 20_000)
  void foldingTwiceChangesNothing(@ForAll String anything) {
    var folded = Folding.fold(anything);
    assertThat(Folding.fold(folded)).isEqualTo(folded);
  }

  @Property
  void foldedNamesStayAsTheyAre(
      @ForAll("readings") String reading, @ForAll("writings") String writing) {
    assertThat(Folding.fold(Folding.fold(reading + writing)))
        .isEqualTo(Folding.fold(reading + writing));
  }

  @Property
  void anyMixOfKanaIsTheSame(
      @ForAll("readings") String reading, @ForAll("choices") List<Integer> choices) {
    assertThat(Folding.fold(Names.typed(reading, choices))).isEqualTo(Folding.fold(reading));
  }

  @Property
  void whatIsTypedSoFarIsTheBeginning(
      @ForAll("readings") String reading, @ForAll("writings") String writing) {
    var text = (reading + writing).replace("ヴ", "ブ");
    for (var end = 1; end < text.length(); end++) {
      var whole = Folding.fold(text);
      var cutsCharacter =
          Character.isSurrogate(text.charAt(end))
              && Character.isHighSurrogate(text.charAt(end - 1));
      if (!cutsCharacter) {
        assertThat(whole).startsWith(Folding.fold(text.substring(0, end)));
      }
    }
  }

  @Example
  void theTableOfVariantsIsLargeAndSound() {
    var variants = FoldingTable.variants();
    assertThat(variants).hasSizeGreaterThan(250);
    variants.forEach((variant, common) -> {
      assertThat(variants).doesNotContainKey(common);
      assertThat(Character.isIdeographic(variant)).isTrue();
      assertThat(Character.isIdeographic(common)).isTrue();
      var written = Character.toString(variant);
      assertThat(Normalizer.normalize(written, Normalizer.Form.NFKC)).isEqualTo(written);
    });
  }

  @Provide
  Arbitrary<String> readings() {
    return Names.readings();
  }

  @Provide
  Arbitrary<String> writings() {
    return Names.writings();
  }

  @Provide
  Arbitrary<List<Integer>> choices() {
    return Names.choices();
  }
}
