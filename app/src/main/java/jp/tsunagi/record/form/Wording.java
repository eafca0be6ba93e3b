package jp.tsunagi.record.form;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One text in several languages, by BCP 47 tag. Japanese is always there; a reader whose language
 * is missing sees the Japanese, never a machine translation (E17).
 */
public record Wording(SortedMap<String, String> byLanguage) {
  static final String JAPANESE = "ja";

  public Wording {
    byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    if (!byLanguage.containsKey(JAPANESE)) {
      throw new IllegalArgumentException("a wording needs Japanese");
    }
  }

  static Wording of(Map<String, String> byLanguage) {
    return new Wording(new TreeMap<>(byLanguage));
  }

  /** The text for a reader: exact tag, else language, else Japanese. */
  public String in(Locale reader) {
    var exact = byLanguage.get(reader.toLanguageTag());
    return exact != null ? exact : byLanguage.getOrDefault(reader.getLanguage(), japanese());
  }

  public String japanese() {
    return byLanguage.getOrDefault(JAPANESE, "");
  }
}
