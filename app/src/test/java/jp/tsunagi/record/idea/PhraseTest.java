package jp.tsunagi.record.idea;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A text of the bank is known again when its blanks are filled in, and another one is not. */
class PhraseTest {
  private static final String TIMER = "作業を＿＿分ずつに区切り、区切りごとに体を動かす役割を入れる。";
  private static final String PLAIN = "話す前に名前を呼び、目が合ってから、1つずつ短く伝える。";

  private static boolean known(String text) {
    return new FromBank.Known(List.of(Phrase.of(TIMER), Phrase.of(PLAIN))).holds(text);
  }

  @Test
  void asItStandsOrFilledIn() {
    assertThat(known(TIMER)).isTrue();
    assertThat(known("作業を10分ずつに区切り、区切りごとに体を動かす役割を入れる。")).isTrue();
    assertThat(known("作業を 10 分ずつに区切り、\n区切りごとに体を動かす役割を入れる")).isFalse();
    assertThat(known("作業を　10　分ずつに区切り、区切りごとに　体を動かす役割を入れる")).isTrue();
  }

  @Test
  void severalOnesInOneField() {
    assertThat(known(PLAIN + "\n" + TIMER)).isTrue();
    assertThat(known(PLAIN + TIMER + PLAIN)).isTrue();
    assertThat(known(PLAIN + "\n\n" + "休み時間は図書室で過ごす。")).isFalse();
  }

  @Test
  void whatSomebodyWroteIsNot() {
    assertThat(known("")).isFalse();
    assertThat(known("  \n ")).isFalse();
    assertThat(known("作業を区切る。")).isFalse();
    assertThat(known(PLAIN + "タイマーも使う。")).isFalse();
    String longer = "と".repeat(41);
    assertThat(known("作業を" + longer + "分ずつに区切り、区切りごとに体を動かす役割を入れる。")).isFalse();
  }

  @Test
  void aBlankAtTheEndAndTwoSideBySide() {
    Phrase end = Phrase.of("落ち着く方法は＿＿。");
    assertThat(end.is(Phrase.plain("落ち着く方法は音楽。"))).isTrue();
    assertThat(end.is(Phrase.plain("落ち着く場所は図書室。"))).isFalse();
    Phrase two = Phrase.of("＿＿の場面で＿＿回行う");
    assertThat(two.is("給食の場面で3回行う")).isTrue();
    assertThat(two.is("給食の場面で")).isFalse();
  }
}
