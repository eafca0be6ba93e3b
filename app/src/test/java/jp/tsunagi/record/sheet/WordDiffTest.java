package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordDiffTest {
  private static List<String> changed(List<WordDiff.Piece> pieces) {
    return pieces.stream().filter(WordDiff.Piece::changed).map(WordDiff.Piece::text).toList();
  }

  private static String text(List<WordDiff.Piece> pieces) {
    return pieces.stream().map(WordDiff.Piece::text).collect(Collectors.joining());
  }

  @Test
  void findsTheWordsThatChangedInJapanese() {
    var found = WordDiff.between("困ったときに、先生に「手伝って」と言葉で頼む（週2回）。", "困ったときに、友だちに「手伝って」と言葉で頼む（週3回）。");
    assertThat(String.join("|", changed(found.was()))).contains("先生", "2").doesNotContain("手伝");
    assertThat(String.join("|", changed(found.is()))).contains("友", "3").doesNotContain("言葉");
  }

  @Test
  void whatHasLittleInCommonIsShownWhole() {
    var found = WordDiff.between("絵をかくこと。", "毎朝、校庭を三周走って体を動かす。");
    assertThat(found.was()).containsExactly(new WordDiff.Piece("絵をかくこと。", true));
    assertThat(found.is()).hasSize(1);
  }

  @Test
  void nothingBecomesAllNew() {
    var found = WordDiff.between("", "歌");
    assertThat(found.was()).isEmpty();
    assertThat(found.is()).containsExactly(new WordDiff.Piece("歌", true));
    assertThat(changed(WordDiff.between("同じ文。", "同じ文。").is())).isEmpty();
  }

  /** Whatever is compared: both texts are there in full, and what is not marked is the same. */
  @Property(tries = 300)
  void nothingIsLostAndWhatIsNotMarkedIsTheSame(@ForAll String was, @ForAll String is) {
    var found = WordDiff.between(was, is);
    assertThat(text(found.was())).isEqualTo(was);
    assertThat(text(found.is())).isEqualTo(is);
    assertThat(found.was().stream().filter(piece -> !piece.changed()).map(WordDiff.Piece::text))
        .containsExactlyElementsOf(
            found.is().stream()
                .filter(piece -> !piece.changed())
                .map(WordDiff.Piece::text)
                .toList());
  }

  /** Four pages: 40 fields of 300 characters, every tenth sentence another. */
  @Test
  void fourPagesAreComparedAtOnce() {
    String sentence = "朝の会で、絵カードを見ながら一日の予定を確かめ、見通しをもって活動に入る。";
    List<String> was =
        java.util.stream.IntStream.range(0, 40).mapToObj(i -> (sentence + i).repeat(8)).toList();
    List<String> is = was.stream().map(text -> text.replaceFirst("絵カード", "時計")).toList();
    for (int warm = 0; warm < 20; warm++) {
      all(was, is);
    }
    long begun = System.nanoTime();
    int pieces = all(was, is);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf("two versions of four pages compared in %.1f ms%n", took.toNanos() / 1e6);
    assertThat(pieces).isGreaterThan(40);
    assertThat(took).isLessThan(Duration.ofMillis(500));
  }

  private static int all(List<String> was, List<String> is) {
    int pieces = 0;
    for (int i = 0; i < was.size(); i++) {
      pieces += WordDiff.between(was.get(i), is.get(i)).is().size();
    }
    return pieces;
  }
}
