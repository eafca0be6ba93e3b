package jp.tsunagi.bench;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The benchmark cannot go on; in words for the person at the terminal. */
final class BenchRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient @Nullable Object[] arguments;

  BenchRefused(String key, @Nullable Object... arguments) {
    super(key);
    this.arguments = arguments;
  }

  BenchRefused(Throwable cause, String key, @Nullable Object... arguments) {
    super(key, cause);
    this.arguments = arguments;
  }

  /** What is the matter and what to do, in both languages. */
  List<String> words() {
    String key = "refused." + getMessage();
    return List.of(
        Words.in(Locale.JAPANESE, key, arguments), Words.in(Locale.ENGLISH, key, arguments));
  }
}
