package jp.tsunagi.base.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomajiTest {
  @ParameterizedTest
  @CsvSource({
    "つなぎ, tsunagi",
    "ひかりえん, hikarien",
    "ほっかいどう, hokkaidou",
    "しょうがっこう, shougakkou",
    "キョウリュウ, kyouryuu",
    "ｼﾞｭﾝ, jun",
    "海, ''"
  })
  void kanaAsTheyAreTyped(String kana, String latin) {
    assertThat(Romaji.of(kana)).isEqualTo(latin);
  }
}
