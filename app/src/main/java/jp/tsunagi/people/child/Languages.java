package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;

/** Languages spoken in families: what a form offers, and nothing else, is kept. */
final class Languages {
  /** Besides Japanese (BCP 47). */
  private static final List<String> OFFERED =
      List.of("en", "zh", "ko", "pt", "es", "vi", "fil", "ne", "th", "id", "jsl", "und");

  private static final String FIELD = "language";
  private static final String NONE = "ja";
  private static final String OTHER = "und";

  private Languages() {}

  /** The one chosen, none for Japanese; one that is not offered is a problem of the field. */
  static Optional<String> read(Typed typed, Map<String, String> problems) {
    Optional<String> chosen = typed.given(FIELD);
    if (chosen.filter(tag -> !OFFERED.contains(tag)).isPresent()) {
      problems.put(FIELD, t("child.problem.choose"));
      return Optional.empty();
    }
    return chosen;
  }

  static List<Option> options(Fields fields) {
    return fields.options(FIELD, OFFERED, Languages::words);
  }

  /** In words; a language that was kept once and is not offered any more is another one. */
  static String words(Optional<String> kept) {
    return words(
        kept.map(tag -> OFFERED.contains(tag) || tag.equals(NONE) ? tag : OTHER).orElse(NONE));
  }

  private static String words(String tag) {
    return t("child.language." + tag);
  }
}
