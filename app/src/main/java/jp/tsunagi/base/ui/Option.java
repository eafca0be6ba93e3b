package jp.tsunagi.base.ui;

import org.jspecify.annotations.Nullable;

/** An answer to choose; {@code note} explains it below its text. */
public record Option(String value, String text, boolean chosen, @Nullable String note) {
  public Option(String value, String text, boolean chosen) {
    this(value, text, chosen, null);
  }
}
