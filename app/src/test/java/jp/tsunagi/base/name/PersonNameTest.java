package jp.tsunagi.base.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import jp.tsunagi.base.name.NameInput.Fault;
import jp.tsunagi.base.name.NameInput.NameField;
import jp.tsunagi.base.name.NameInput.Result;
import jp.tsunagi.base.name.NameInput.Typed;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
  private static final NamePart SORA = new NamePart("空", "そら");

  @Property
  void keepsEveryCodePoint(@ForAll("writings") String writing) {
    var accepted = (Result.Accepted) NameInput.of(writing, "かな", writing, "ｶﾅ").read();
    assertThat(accepted.name().family().written().codePoints().toArray())
        .isEqualTo(writing.codePoints().toArray());
    assertThat(accepted.name().given().kana()).isEqualTo("かな");
  }

  @Example
  void doesNotNormaliseCompatibilityIdeographs() {
    // U+FA19 and U+795E are one under NFC and two characters on a family's papers
    assertThat(new NamePart("\uFA19", "かみ").written()).isEqualTo("\uFA19");
  }

  @ParameterizedTest
  @CsvSource({
    "青空,,KANA_MISSING",
    ",あおぞら,NAME_MISSING",
    "青空,aozora,NOT_KANA",
    "青空,青空,NOT_KANA",
    "青空,ー,NOT_KANA",
    "'青\n空',あおぞら,NOT_A_CHARACTER"
  })
  void saysWhyAPartIsNotTaken(String written, String kana, NameRefusal refusal) {
    var name = written == null ? "" : written;
    var reading = kana == null ? "" : kana;
    assertThat(NamePart.refusal(name, reading)).contains(refusal);
    assertThatThrownBy(() -> new NamePart(name, reading)).hasMessage(refusal.key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ひなた😀", "❤", "☀️", "👨‍👩‍👧", "🇯🇵", "1️⃣", "⭐"})
  void refusesPictures(String written) {
    assertThat(NamePart.refusal(written, "ひなた")).contains(NameRefusal.PICTURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"佐々木", "ヶ", "〆木", "O’Neil", "Nguyễn", "𠮷田", "１", "ジョン・ポール"})
  void takesNamesThatOnlyLookUnusual(String written) {
    assertThat(NamePart.refusal(written, "ひなた")).isEmpty();
  }

  @Example
  void refusesHalfCharactersAndStraySelectors() {
    assertThat(NamePart.refusal("\uD842", "よし")).contains(NameRefusal.NOT_A_CHARACTER);
    assertThat(NamePart.refusal("\uDB40\uDD00", "よし")).contains(NameRefusal.STRAY_SELECTOR);
    assertThat(NamePart.refusal("あ\uDB40\uDD00", "よし")).contains(NameRefusal.STRAY_SELECTOR);
    assertThat(NamePart.refusal("葛\uDB40\uDD00", "かつら")).isEmpty();
    assertThat(NamePart.refusal("𠮷".repeat(61), "よし")).contains(NameRefusal.TOO_LONG);
    assertThat(NamePart.refusal("𠮷".repeat(60), "よし")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"たかみね", "タカミネ", "ﾀｶﾐﾈ", "すゞき", "コータ", "マリア・ジョアン", "たか　みね", "ヴァン", "ゔぁん", "ㇰ"})
  void takesEveryKindOfKana(String kana) {
    assertThat(NamePart.refusal("名", kana)).isEmpty();
  }

  @Example
  void namesAllFaultsAtOnce() {
    assertThat(NameInput.of("", "", "空", "sora").read())
        .isEqualTo(
            new Result.Refused(
                List.of(
                    new Fault(NameField.FAMILY, NameRefusal.MISSING),
                    new Fault(NameField.FAMILY, NameRefusal.KANA_MISSING),
                    new Fault(NameField.GIVEN, NameRefusal.NOT_KANA))));
  }

  @Example
  void oneNameIsEnoughWhenSaidSo() {
    var fields = Map.of(NameField.GIVEN, new Typed("Surya", "スルヤ"));
    assertThat(new NameInput(fields, false).read()).isInstanceOf(Result.Refused.class);
    var accepted = (Result.Accepted) new NameInput(fields, true).read();
    assertThat(accepted.name().written()).isEqualTo("Surya");
    assertThat(accepted.name().ruby()).containsExactly(new Ruby("Surya", "スルヤ"));
  }

  @Example
  void theCommonNameFillsItsGapsFromTheName() {
    var name = PersonName.of(new NamePart("SILVA", "シルバ"), new NamePart("Maria", "マリア"));
    assertThat(name.common()).isEqualTo(name);
    var common = name.withCommon(new NamePart("白石", "しらいし"), NamePart.NONE).common();
    assertThat(common.written()).isEqualTo("白石　Maria");
    assertThat(common.kana()).isEqualTo("しらいし　まりあ");
  }

  @Example
  void hangsReadingsOverWhatIsNotKana() {
    var name = PersonName.of(new NamePart("髙嶺", "タカミネ"), new NamePart("さくら", "さくら"));
    assertThat(name.ruby()).containsExactly(new Ruby("髙嶺", "たかみね"), new Ruby("さくら", null));
    assertThat(Ruby.of(new NamePart("Maria", "まりあ"))).isEqualTo(new Ruby("Maria", "マリア"));
    assertThat(Ruby.of(new NamePart("さくら子", "サクラコ"))).isEqualTo(new Ruby("さくら子", "さくらこ"));
    assertThat(Ruby.of(new NamePart("サクラ", "さくら"))).isEqualTo(new Ruby("サクラ", null));
  }

  @Example
  void sortsByReadingAndFamilyFirst() {
    var inOrder =
        Stream.of("おの", "おのだ", "おば", "はし", "はしだ", "はやし", "ばやし", "わだ")
            .map(kana -> PersonName.of(new NamePart("名", kana), SORA).sortKey())
            .toList();
    assertThat(inOrder).isSorted();
  }

  @Example
  void wordsExistInBothLanguages() throws Exception {
    var japanese = new Properties();
    var english = new Properties();
    try (var ja = getClass().getResourceAsStream("/messages/base/name.properties");
        var en = getClass().getResourceAsStream("/messages/base/name_en.properties")) {
      japanese.load(ja);
      english.load(en);
    }
    assertThat(english.keySet()).isEqualTo(japanese.keySet());
    var keys =
        Stream.concat(
            Stream.of(NameRefusal.values()).map(NameRefusal::key),
            Stream.of(NameField.values()).map(NameField::key));
    assertThat(japanese.keySet()).containsExactlyInAnyOrderElementsOf(keys.toList());
  }

  @Provide
  Arbitrary<String> writings() {
    return Names.writings();
  }
}
