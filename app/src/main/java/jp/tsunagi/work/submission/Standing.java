package jp.tsunagi.work.submission;

/** How a child's sheet stands when a list is made; its words are {@code submission.standing.*}. */
enum Standing {
  /** It is there and can be handed in. */
  READY,
  /** Nobody has begun it. */
  MISSING,
  /** It is being written. */
  DRAFT,
  /** It waits for the family's answer. */
  WITH_GUARDIAN,
  /** It stands in a list that waits for the second person. */
  WAITING,
  /** The office reads it already. */
  SUBMITTED,
  /** 取扱注意: a list would tell where the child is. It is handed in by itself, if at all. */
  CARE;

  /**
   * What is known of one child.
   *
   * @param care whether the child is marked 取扱注意
   * @param listed whether the sheet stands in an open list to that office
   * @param held whether the office reads it by such a list
   * @param whole whether parts of the place's own are final
   * @param state of the sheet; empty when there is none
   */
  record Facts(boolean care, boolean listed, boolean held, boolean whole, String state) {}

  /** What stands in the way first. Pure. */
  static Standing of(Facts facts) {
    if (facts.care()) {
      return CARE;
    }
    if (facts.held()) {
      return SUBMITTED;
    }
    if (facts.listed()) {
      return WAITING;
    }
    if (facts.whole()) {
      return READY;
    }
    return switch (facts.state()) {
      case "" -> MISSING;
      case "WITH_GUARDIAN" -> WITH_GUARDIAN;
      default -> DRAFT;
    };
  }
}
