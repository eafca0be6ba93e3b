package jp.tsunagi.people.staff;

import java.text.Normalizer;
import java.util.Locale;

/** What somebody typed as second factor, in any width, with blanks and hyphens or without. */
sealed interface TypedCode {
  /** Six digits, as the app shows them. */
  record Digits(String code) implements TypedCode {}

  /** A code from paper. */
  record Recovery(RecoveryCode code) implements TypedCode {}

  /** Neither. */
  record Unreadable() implements TypedCode {}

  /** Reads it; whether it is right is another question. */
  static TypedCode of(String text) {
    // hyphens, and what a Japanese keyboard gives for one
    String bare =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Z}\\p{Pd}\\u2212\\u30FC]", "");
    if (bare.matches("[0-9]{" + Totp.DIGITS + "}")) {
      return new Digits(bare);
    }
    return bare.matches("[A-Z0-9]{" + RecoveryCode.LENGTH + "}")
        ? new Recovery(new RecoveryCode(bare))
        : new Unreadable();
  }
}
