package jp.tsunagi.work.request;

/** On which side of a request somebody stands. */
enum Side {
  /** 求められたもの: to be answered, or answered. */
  ANSWERING,
  /** 求めたもの. */
  ASKING
}
