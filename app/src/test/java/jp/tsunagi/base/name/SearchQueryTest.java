package jp.tsunagi.base.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final PersonName HARU =
      PersonName.of(new NamePart("髙嶺", "たかみね"), new NamePart("陽太郎", "はるたろう"));
  private static final PersonName MARIA =
      PersonName.of(new NamePart("SILVA", "シルヴァ"), new NamePart("Maria", "マリア"))
          .withMiddle(new NamePart("João", "ジョアン"))
          .withCommon(new NamePart("白石", "しらいし"), new NamePart("まりあ", "まりあ"));
  private static final Set<String> HARU_KEYS = keys(HARU, "2021-04-02", "080-0000-1234");
  private static final Set<String> MARIA_KEYS = keys(MARIA, "2003-04-02", "0000-21-5678");

  private static Set<String> keys(PersonName name, String birth, String phone) {
    var keys = new LinkedHashSet<>(SearchKeys.of(name));
    keys.add(SearchKeys.birth(LocalDate.parse(birth)));
    SearchKeys.phone(phone).ifPresent(keys::add);
    return keys;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "た",
        "たかみ",
        "タカミネ",
        "ﾀｶﾐﾈ",
        "たがみね",
        "はる",
        "はるたろー",
        "たかみねはるたろう",
        "たかみね　はる",
        "はる たか",
        "髙嶺",
        "高嶺",
        "高",
        "陽",
        "陽太",
        "太郎",
        "嶺陽",
        "高嶺陽太郎",
        "高嶺 陽太郎",
        "高嶺はる",
        "高嶺 はる",
        "たかみね 陽",
        "R3.4.2",
        "030402",
        "2021-04-02",
        "令和3年4月2日",
        "令和3年4月",
        "1234",
        "１２３４",
        "080-0000-1234",
        "たか 1234",
        "R3.4.2 はる"
      })
  void findsTheChild(String typed) {
    assertThat(SearchQuery.parse(typed, TODAY).finds(HARU_KEYS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "かみね", "たろう", "みね はる", "郎", "陽郎", "高嶺ゆう", "たか ゆう", "R3.4.3", "令和3年5月", "0000", "たか 5678",
        "", "　", "・", "-"
      })
  void doesNotFindAnother(String typed) {
    assertThat(SearchQuery.parse(typed, TODAY).finds(HARU_KEYS)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "silva",
        "maria silva",
        "Silva Maria Joao",
        "SILVA JOÃO MARIA",
        "joao",
        "しるば",
        "シルヴ",
        "まりあ シルバ",
        "じょあん",
        "白石",
        "しらいし",
        "しらいしまりあ",
        "030402",
        "5678"
      })
  void findsForeignAndCommonNames(String typed) {
    assertThat(SearchQuery.parse(typed, TODAY).finds(MARIA_KEYS)).isTrue();
  }

  @Example
  void aHalfTypedVFindsWhatItCanBecome() {
    var keys = SearchKeys.of(PersonName.of(new NamePart("バン", "バン"), new NamePart("空", "そら")));
    assertThat(SearchQuery.parse("ヴ", TODAY).finds(keys)).isTrue();
    assertThat(SearchQuery.parse("ヴァ", TODAY).finds(keys)).isTrue();
    assertThat(SearchQuery.parse("ヴィ", TODAY).finds(keys)).isFalse();
  }

  @Example
  void beginningsComeFirst() {
    assertThat(SearchQuery.parse("たか", TODAY).rank(HARU_KEYS)).isZero();
    assertThat(SearchQuery.parse("はる", TODAY).rank(HARU_KEYS)).isEqualTo(1);
    assertThat(SearchQuery.parse("太郎", TODAY).rank(HARU_KEYS)).isEqualTo(2);
  }

  @Property
  void findsItselfUnderAnyMixOfKana(
      @ForAll("names") PersonName name, @ForAll("choices") List<Integer> choices) {
    var keys = SearchKeys.of(name);
    var family = Names.typed(name.family().kana(), choices);
    var given = Names.typed(name.given().kana(), choices);
    for (var typed :
        List.of(family, given, family + given, family + " " + given, given + "　" + family)) {
      assertThat(SearchQuery.parse(typed, TODAY).finds(keys)).as(typed).isTrue();
    }
  }

  @Property
  void findsItselfInWriting(@ForAll("names") PersonName name) {
    var keys = SearchKeys.of(name);
    for (var typed :
        List.of(
            name.family().written(),
            name.given().written(),
            name.family().written() + name.given().written(),
            name.common().written())) {
      Assume.that(!Folding.fold(typed).isEmpty());
      assertThat(SearchQuery.parse(typed, TODAY).finds(keys)).as(typed).isTrue();
    }
  }

  @Property
  void findsTheBirthDateHoweverTyped(
      @ForAll @DateRange(min = "1990-01-01", max = "2026-11-21") LocalDate birth) {
    var keys = Set.of(SearchKeys.birth(birth));
    var short6 =
        "%02d%02d%02d"
            .formatted(birth.getYear() % 100, birth.getMonthValue(), birth.getDayOfMonth());
    for (var typed : List.of(birth.toString(), short6, birth.toString().replace("-", "/"))) {
      assertThat(SearchQuery.parse(typed, TODAY).finds(keys)).as(typed).isTrue();
    }
  }

  @Property
  void neverThrows(@ForAll String anything, @ForAll("names") PersonName name) {
    var query = SearchQuery.parse(anything, TODAY);
    assertThat(query.finds(SearchKeys.of(name)) && query.isEmpty()).isFalse();
  }

  @Provide
  Arbitrary<PersonName> names() {
    return Names.names();
  }

  @Provide
  Arbitrary<List<Integer>> choices() {
    return Names.choices();
  }

  @Example
  void noMoreIsLookedForThanABoxTakes() {
    String words = "あ い う え お か き く け こ";
    assertThat(SearchQuery.parse(words, LocalDate.of(2026, 11, 27)).terms()).hasSize(6);
    assertThat(SearchQuery.taken("𠮷".repeat(100))).isEqualTo("𠮷".repeat(60));
    assertThat(SearchQuery.taken(words)).isEqualTo(words);
  }
}
