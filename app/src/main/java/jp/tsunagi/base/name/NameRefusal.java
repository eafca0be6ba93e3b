package jp.tsunagi.base.name;

/** Why a name is not taken as typed; its words are {@code name.refusal.*}. */
public enum NameRefusal {
  /** Neither name nor reading where one is needed. */
  MISSING,
  /** A name without its reading. */
  KANA_MISSING,
  /** A reading with something else than kana. */
  NOT_KANA,
  /** A reading without its name. */
  NAME_MISSING,
  /** More than {@link NamePart#LONGEST} characters. */
  TOO_LONG,
  /** A line break, a control character, half a surrogate pair. */
  NOT_A_CHARACTER,
  /** A picture (絵文字): no name in any register has one, and no other system can hold it. */
  PICTURE,
  /** A selector of a shape without an ideograph before it. */
  STRAY_SELECTOR;

  /** Whether it is the writing that is refused, so that nothing is said of the reading yet. */
  boolean ofWriting() {
    return this == PICTURE || this == NOT_A_CHARACTER || this == STRAY_SELECTOR || this == TOO_LONG;
  }

  /** Of the message; its {@code {0}} is {@link NamePart#LONGEST}. */
  public String key() {
    return "name.refusal." + name();
  }
}
