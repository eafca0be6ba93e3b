package jp.tsunagi.base.name;

import java.util.Optional;

/**
 * よみ of a name that is kept in one piece (an organisation, a staff member): kana, with digits and
 * letters where the name has them.
 */
public final class Reading {
  private Reading() {}

  /** The reading in hiragana with single blanks; empty when it is not one. */
  public static Optional<String> of(String typed) {
    String tidy = Kana.toHiragana(Kana.tidy(typed)).replace('\u3000', ' ');
    return Kana.only(tidy.replaceAll("[0-9A-Za-z]", "")) ? Optional.of(tidy) : Optional.empty();
  }
}
