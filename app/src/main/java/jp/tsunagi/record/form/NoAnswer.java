package jp.tsunagi.record.form;

/** Answers without content that a field may offer. */
public enum NoAnswer {
  /** わからない. */
  UNKNOWN,
  /** 答えたくない: nobody asks again in this sheet. */
  DECLINED
}
