package jp.tsunagi.record.print;

import java.util.Locale;
import jp.tsunagi.base.ui.Text;
import org.jspecify.annotations.Nullable;

/**
 * The words on papers. An official paper is in Japanese, whatever language its printer's screens
 * are in; a paper for a family may be in the family's, see {@link #language()}.
 */
public final class PrintWords {
  private static final ScopedValue<Locale> LANGUAGE = ScopedValue.newInstance();

  private PrintWords() {}

  /** The text in the language of the paper. */
  public static String w(String key, @Nullable Object... arguments) {
    return Text.in(language(), key, arguments);
  }

  /** The language of the paper being made: Japanese unless it is made for another. */
  public static Locale language() {
    return LANGUAGE.orElse(Locale.JAPANESE);
  }

  /** Makes a paper in a language. */
  public static <T> T in(Locale language, java.util.function.Supplier<T> work) {
    return ScopedValue.where(LANGUAGE, language).call(work::get);
  }
}
