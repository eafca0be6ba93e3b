package jp.tsunagi.people.involvement;

/** Why somebody must not see a child; its words are {@code involvement.block.reason.*}. */
enum BlockReason {
  /** 親族. */
  RELATIVE,
  /** 当事者: the other side of a dispute, or somebody the family is in conflict with. */
  PARTY,
  /** 家庭の希望. */
  FAMILY,
  /** その他, with a note. */
  OTHER
}
