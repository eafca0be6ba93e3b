package jp.tsunagi.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagi.base.ui.Furigana.Piece;
import org.junit.jupiter.api.Test;

/** Readings for words that nobody marked. */
class ReadingsTest {
  private static String marked(String text) {
    return Readings.pieces(text).stream()
        .map(piece ->
            piece.reading() == null
                ? piece.text()
                : "[" + piece.text() + ":" + piece.reading() + "]")
        .collect(Collectors.joining());
  }

  @Test
  void knownWordsGetTheirReading() {
    assertThat(marked("保護者の願い")).isEqualTo("[保護者:ほごしゃ]の[願:ねが]い");
    assertThat(Readings.pieces("氏名")).containsExactly(new Piece("氏名", "しめい"));
  }

  @Test
  void aRunThatIsNotCoveredWholeStaysBare() {
    assertThat(marked("青空さんの支援内容表")).isEqualTo("青空さんの支援内容表");
    assertThat(marked("支援内容と青空")).isEqualTo("[支援内容:しえんないよう]と青空");
  }

  @Test
  void theLongestWordWinsAndWordsJoin() {
    assertThat(marked("緊急連絡先")).isEqualTo("[緊急連絡先:きんきゅうれんらくさき]");
    assertThat(marked("同意記録")).isEqualTo("[同意:どうい][記録:きろく]");
  }

  @Test
  void whatCountsNeedsANumberAndAPersonCountedIsNotRead() {
    assertThat(marked("18歳まで")).isEqualTo("18[歳:さい]まで");
    assertThat(marked("歳の市")).startsWith("歳");
    assertThat(marked("3人と人")).isEqualTo("3人と[人:ひと]");
  }

  @Test
  void nothingIsLost() {
    for (String text : List.of("", "𠮷野さん", "あ", "読むA読む", "書き方、読み方。", "子ども")) {
      assertThat(Readings.pieces(text).stream().map(Piece::text).collect(Collectors.joining()))
          .isEqualTo(text);
    }
  }

  @Test
  void aPageDecidesWhatItHangsAboveItsKanji() {
    for (Furigana.Above above : Furigana.Above.values()) {
      ScopedValue.where(Furigana.ABOVE, above)
          .run(() -> {
            boolean all = above == Furigana.Above.ALL;
            assertThat(Furigana.pieces("計画《けいかく》").getFirst().reading() != null).isEqualTo(all);
            assertThat(Furigana.pieces("計画").getFirst().reading() != null).isEqualTo(all);
            assertThat(Furigana.aboveNames()).isEqualTo(above != Furigana.Above.NOTHING);
            assertThat(
                    Furigana.written("《計画》").stream()
                        .map(Piece::text)
                        .collect(Collectors.joining()))
                .as("a mark that a person wrote stays")
                .isEqualTo("《計画》");
          });
    }
  }
}
