package jp.tsunagi.record.form;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.regex.Pattern;

/** What hands type, brought to the one spelling that is stored. Nothing visible is lost. */
final class Typed {
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
  private static final Pattern NOT_STORABLE =
      Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F]|\\p{Cs}");
  private static final int LARGEST_SCALE = 20;

  private Typed() {}

  /** The database's JSON takes neither zero characters nor half surrogate pairs. */
  static String clean(String text) {
    var lines = LINE_END.matcher(text).replaceAll("\n");
    return NOT_STORABLE.matcher(lines).replaceAll("");
  }

  static void refuseBlank(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("blank: this is the answer Empty");
    }
  }

  static void refuseNone(Collection<?> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing chosen: this is the answer Empty");
    }
  }

  /** Without trailing zeros and powers of ten: 1.50 and 1.5 are the same number. */
  static BigDecimal plain(BigDecimal value) {
    if (value.precision() > 2 * LARGEST_SCALE || Math.abs(value.scale()) > LARGEST_SCALE) {
      throw new IllegalArgumentException("a number of that size is no answer");
    }
    var stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
