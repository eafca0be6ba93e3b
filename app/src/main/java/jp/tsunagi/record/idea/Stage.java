package jp.tsunagi.record.idea;

/** For which age an example is worded; one without any suits all. */
public enum Stage {
  /** 乳幼児. */
  INFANT,
  /** 小学校低学年. */
  LOWER,
  /** 小学校高学年. */
  UPPER,
  /** 中学校. */
  JUNIOR_HIGH,
  /** 高校以上. */
  HIGH
}
