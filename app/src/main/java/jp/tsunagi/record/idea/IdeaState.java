package jp.tsunagi.record.idea;

/** Whether an example is offered to writers. */
enum IdeaState {
  /** 提案: a writer wants it for the own organisation; its head has not said yet. */
  PROPOSED,
  /** 使用中: offered. */
  IN_USE,
  /** 使わない: kept, and not offered. */
  HIDDEN,
  /** 見送り: proposed, and not taken in. */
  DECLINED;

  /** Whether it may become that: a proposal is decided, what was decided is shown or hidden. */
  boolean mayBecome(IdeaState next) {
    return switch (this) {
      case PROPOSED -> next == IN_USE || next == DECLINED;
      case IN_USE -> next == HIDDEN;
      case HIDDEN, DECLINED -> next == IN_USE;
    };
  }
}
