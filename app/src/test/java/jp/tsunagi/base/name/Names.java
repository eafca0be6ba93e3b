package jp.tsunagi.base.name;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Names and the ways people type them, for the properties. */
final class Names {
  private static final List<String> SYLLABLES =
      List.of(
          "ア", "イ", "ウ", "エ", "オ", "カ", "ガ", "キ", "ギ", "ク", "ケ", "コ", "ゴ", "サ", "シ", "ジ", "ス", "ズ",
          "セ", "ソ", "タ", "チ", "ヂ", "ツ", "ヅ", "テ", "デ", "ト", "ド", "ナ", "ニ", "ヌ", "ネ", "ノ", "ハ", "バ",
          "パ", "ヒ", "フ", "プ", "ヘ", "ホ", "ボ", "マ", "ミ", "ム", "メ", "モ", "ヤ", "ユ", "ヨ", "ラ", "リ", "ル",
          "レ", "ロ", "ワ", "ヲ", "ン", "キャ", "ショ", "チュ", "ッタ", "コー", "ヴァ", "ヴィ", "ヴ", "ティ", "ジェ", "ヒョ");
  private static final List<String> KANJI =
      List.of(
          "青",
          "空",
          "海",
          "原",
          "髙",
          "嶺",
          "﨑",
          "邉",
          "辺\uDB40\uDD02",
          "𠮷",
          "斎",
          "佐々",
          "櫻",
          "澤",
          "葛\uDB40\uDD00",
          "\uE000",
          "ヶ",
          "さ",
          "ノ",
          "真",
          "陽");

  private Names() {}

  static Arbitrary<String> readings() {
    return Arbitraries.of(SYLLABLES).list().ofMinSize(1).ofMaxSize(5).map(Names::join);
  }

  static Arbitrary<String> writings() {
    return Arbitraries.of(KANJI).list().ofMinSize(1).ofMaxSize(4).map(Names::join);
  }

  static Arbitrary<NamePart> parts() {
    return Combinators.combine(writings(), readings()).as(NamePart::new);
  }

  static Arbitrary<PersonName> names() {
    var plain = Combinators.combine(parts(), parts()).as(PersonName::of);
    return Combinators.combine(plain, parts(), parts(), Arbitraries.integers().between(0, 3))
        .as((name, middle, common, kind) ->
            switch (kind) {
              case 1 -> name.withMiddle(middle);
              case 2 -> name.withCommon(common, NamePart.NONE);
              case 3 -> name.withMiddle(middle).withCommon(common, middle);
              default -> name;
            });
  }

  /** The reading with every sound in a form chosen by the numbers. */
  static String typed(String reading, List<Integer> choices) {
    var typed = new StringBuilder();
    for (var i = 0; i < reading.length(); i++) {
      typed.append(form(reading.substring(i, i + 1), choices.get(i % choices.size())));
    }
    return typed.toString();
  }

  static Arbitrary<List<Integer>> choices() {
    return Arbitraries.integers().between(0, 4).list().ofMinSize(1).ofMaxSize(12);
  }

  private static String form(String sound, int choice) {
    return switch (choice) {
      case 1 -> Kana.toHiragana(sound);
      case 2 -> halfWidth(sound);
      case 3 -> Normalizer.normalize(Kana.toHiragana(sound), Normalizer.Form.NFD);
      case 4 -> sound.replace("ヲ", "オ").replace("ヂ", "ジ").replace("ヅ", "ズ").replace("ョ", "ヨ");
      default -> sound;
    };
  }

  /** By the half-width block itself, which NFKC only leads out of. */
  static String halfWidth(String katakana) {
    var result = new StringBuilder();
    Normalizer.normalize(katakana, Normalizer.Form.NFD)
        .codePoints()
        .forEach(c -> result.appendCodePoint(half(c)));
    return result.toString();
  }

  private static int half(int c) {
    for (var half = 0xFF66; half <= 0xFF9F; half++) {
      if (Normalizer.normalize(Character.toString(half), Normalizer.Form.NFKC).codePointAt(0)
          == c) {
        return half;
      }
    }
    return c;
  }

  private static String join(List<String> pieces) {
    return String.join("", pieces);
  }
}
