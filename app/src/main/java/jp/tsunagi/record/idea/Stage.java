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
  HIGH;

  private static final int LAST_OF_LOWER = 3;
  private static final int LAST_OF_UPPER = 6;
  private static final int LAST_OF_JUNIOR_HIGH = 9;

  /**
   * The stage of a school year.
   *
   * @param level 1 is the first year of primary school; 0 and less before it
   */
  public static Stage at(int level) {
    if (level <= 0) {
      return INFANT;
    }
    if (level <= LAST_OF_UPPER) {
      return level <= LAST_OF_LOWER ? LOWER : UPPER;
    }
    return level <= LAST_OF_JUNIOR_HIGH ? JUNIOR_HIGH : HIGH;
  }
}
