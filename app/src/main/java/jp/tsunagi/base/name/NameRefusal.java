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
  /** A selector of a shape without an ideograph before it. */
  STRAY_SELECTOR;

  /** Of the message; its {@code {0}} is {@link NamePart#LONGEST}. */
  public String key() {
    return "name.refusal." + name();
  }
}
