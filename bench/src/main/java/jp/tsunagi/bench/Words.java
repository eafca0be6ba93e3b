package jp.tsunagi.bench;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What the benchmark says to the person at the terminal, Japanese first, then English. */
final class Words {
  private static final String BUNDLE = "messages.bench";
  private static final long START = System.nanoTime();

  private Words() {}

  static String in(Locale language, String key, @Nullable Object... arguments) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            language.equals(Locale.JAPANESE) ? Locale.ROOT : language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), language).format(arguments);
  }

  static String both(String key, @Nullable Object... arguments) {
    return in(Locale.JAPANESE, key, arguments) + " / " + in(Locale.ENGLISH, key, arguments);
  }

  /** A step that is under way, with the seconds since the benchmark began. */
  static void step(String key, @Nullable Object... arguments) {
    timed(both(key, arguments));
  }

  /** The same of something that has one name in every language. */
  static void timed(String line) {
    line("[%6.1f s] %s".formatted((System.nanoTime() - START) / 1e9, line));
  }

  static void line(String line) {
    System.out.println(line);
  }

  static void complain(@Nullable String line) {
    System.err.println(line);
  }
}
