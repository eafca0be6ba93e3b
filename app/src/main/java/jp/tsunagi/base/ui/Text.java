package jp.tsunagi.base.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The words of the screens. The first segment of a key names its module: {@code ui.header.search}
 * stands in {@code messages/base/ui.properties}, its English in {@code ui_en.properties}. A word
 * not yet in the reader's language is shown in Japanese; a word that is nowhere is a mistake of
 * ours and throws. {@code {0}}, {@code {1}} … are replaced by the arguments; nothing else is
 * special, so a quotation mark is one. Values are raw: templates escape.
 */
public final class Text {
  private static final List<String> WINGS =
      List.of("base", "people", "record", "work", "view", "run");
  private static final Map<String, Map<String, String>> FILES = new ConcurrentHashMap<>();

  private Text() {}

  /** The text in the reader's language; outside a request, in Japanese. */
  public static String t(String key, @Nullable Object... arguments) {
    return in(language(), key, arguments);
  }

  /** The text in a given language, for letters and jobs. */
  public static String in(Locale language, String key, @Nullable Object... arguments) {
    var pattern = find(language, key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for " + beginning(key));
    }
    return fill(pattern, arguments);
  }

  /** The part of a key that stands in the code: what follows may be what somebody typed. */
  private static String beginning(String key) {
    var second = key.indexOf('.', key.indexOf('.') + 1);
    return second < 0 ? key : key.substring(0, second + 1) + "…";
  }

  /** Whether there is such a text: for words that only some kinds of a thing have, like a hint. */
  public static boolean has(String key) {
    return find(language(), key) != null;
  }

  /** The language of the reader in front of the screen. */
  public static Locale language() {
    return LocaleContextHolder.getLocaleContext() == null
        ? Locale.JAPANESE
        : LocaleContextHolder.getLocale();
  }

  private static @Nullable String find(Locale language, String key) {
    var dot = key.indexOf('.');
    if (dot < 1) {
      return null;
    }
    var module = key.substring(0, dot);
    var tag = language.getLanguage();
    var own = tag.equals("ja") ? null : file(module, "_" + tag).get(key);
    return own != null ? own : file(module, "").get(key);
  }

  private static Map<String, String> file(String module, String suffix) {
    return FILES.computeIfAbsent(module + suffix, Text::read);
  }

  private static Map<String, String> read(String name) {
    var texts = new Properties();
    for (var wing : WINGS) {
      var path = "/messages/" + wing + "/" + name + ".properties";
      try (var in = Text.class.getResourceAsStream(path)) {
        if (in != null) {
          texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(path, unreadable);
      }
    }
    var map = new ConcurrentHashMap<String, String>();
    texts.stringPropertyNames().forEach(key -> map.put(key, texts.getProperty(key)));
    return map;
  }

  private static String fill(String pattern, @Nullable Object[] arguments) {
    if (arguments.length == 0) {
      return pattern;
    }
    var text = new StringBuilder(pattern.length() + 32);
    var at = 0;
    while (at < pattern.length()) {
      var close = pattern.startsWith("{", at) ? pattern.indexOf('}', at) : -1;
      var place = close == at + 2 ? Character.digit(pattern.charAt(at + 1), 10) : -1;
      if (place >= 0 && place < arguments.length) {
        text.append(arguments[place]);
        at = close + 1;
      } else {
        text.append(pattern.charAt(at++));
      }
    }
    return text.toString();
  }
}
