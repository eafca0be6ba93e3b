package jp.tsunagi.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagi.base.ui.Furigana.Piece;
import org.junit.jupiter.api.Test;

class FuriganaTest {
  @Test
  void aReadingBelongsToTheKanjiBeforeIt() {
    assertThat(Furigana.pieces("計画《けいかく》が変《か》わる"))
        .isEqualTo(
            List.of(
                new Piece("計画", "けいかく"),
                new Piece("が", null),
                new Piece("変", "か"),
                new Piece("わる", null)));
  }

  @Test
  void theMarkSaysWhereTheWrittenBegins() {
    assertThat(Furigana.pieces("この｜お母《おかあ》さん"))
        .containsExactly(new Piece("この", null), new Piece("お母", "おかあ"), new Piece("さん", null));
  }

  @Test
  void repetitionSignsAndRareKanjiAreKanji() {
    assertThat(Furigana.pieces("佐々木《ささき》")).containsExactly(new Piece("佐々木", "ささき"));
    assertThat(Furigana.pieces("𠮷野《よしの》")).containsExactly(new Piece("𠮷野", "よしの"));
  }

  @Test
  void bareTextHasNoReadings() {
    assertThat(Furigana.bare("計画《けいかく》が変《か》わる")).isEqualTo("計画が変わる");
    assertThat(Furigana.bare("plain")).isEqualTo("plain");
  }

  @Test
  void anOpenBracketAloneStays() {
    assertThat(Furigana.bare("計画《けいかく")).isEqualTo("計画《けいかく");
  }
}
