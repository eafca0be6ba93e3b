package jp.tsunagi.work.request;

/** Why a place does not show what it is asked for; its words are {@code request.reason.*}. */
enum RefusalReason {
  /** There is no such sheet, or it is not final. */
  NOT_THERE,
  /** The place would rather talk about it. */
  TALK,
  /** No reason is passed on: told alike when it was the family that did not agree. */
  UNSAID,
  /** In the words that stand beside it. */
  OTHER
}
