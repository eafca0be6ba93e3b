package jp.tsunagi.record.form;

/** When a field must have an answer. A draft may always be saved. */
public enum Requirement {
  NEVER,
  /** Wished for: that it is missing is said while one writes and stands in nobody's way. */
  ADVISED,
  /** Before the part becomes final. わからない and 答えたくない count as answers where they are offered. */
  FINAL
}
