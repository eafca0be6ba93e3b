package jp.tsunagi.record.idea;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A name in a text for many is found; an ordinary word is none. */
class NamesInTest {
  private static List<String> in(String text, String family, String given) {
    return NamesIn.of(text, List.of(new NamesIn.Name(family, given)), List.of("さん", "くん", "ちゃん"));
  }

  @Test
  void wholeAndGivenNames() {
    assertThat(in("青空 ひなたさんは、絵が好き", "青空", "ひなた")).containsExactly("青空ひなた");
    assertThat(in("ひなたは、カードで伝える", "青空", "ひなた")).containsExactly("ひなた");
    assertThat(in("陽翔がタイマーを使う", "若葉", "陽翔")).containsExactly("陽翔");
    assertThat(in("青空さんの役割", "青空", "ひなた")).containsExactly("青空");
  }

  @Test
  void anOrdinaryWordIsNone() {
    assertThat(in("はなしを最後まで聞く", "森田", "はな")).isEmpty();
    assertThat(in("はなちゃんが手伝う", "森田", "はな")).containsExactly("はな");
    assertThat(in("光が直接当たらない席", "森田", "光")).isEmpty();
    assertThat(in("青空の下で遊ぶ", "青空", "みのる")).isEmpty();
    assertThat(in("タイマーを机に置く", "青空", "ひなた")).isEmpty();
  }
}
