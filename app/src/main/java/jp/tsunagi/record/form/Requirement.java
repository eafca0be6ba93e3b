package jp.tsunagi.record.form;

/** When a field must have an answer. A draft may always be saved. */
public enum Requirement {
  NEVER,
  /** Before the part becomes final. わからない and 答えたくない count as answers where they are offered. */
  FINAL
}
