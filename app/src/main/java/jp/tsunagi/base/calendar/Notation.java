package jp.tsunagi.base.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The characters with which dates are written, from {@code eras.properties}. */
final class Notation {
  private static final Properties MARKS = read();

  private Notation() {}

  static String mark(String name) {
    return Objects.requireNonNull(MARKS.getProperty(name), name);
  }

  private static Properties read() {
    var marks = new Properties();
    try (var in = Objects.requireNonNull(Notation.class.getResourceAsStream("eras.properties"));
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      marks.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return marks;
  }
}
