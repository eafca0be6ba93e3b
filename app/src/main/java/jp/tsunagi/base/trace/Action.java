package jp.tsunagi.base.trace;

/** What was done. Routes state theirs; the row is written by the action itself. */
public enum Action {
  /** Shows nothing of any child. */
  NONE,
  SIGN_IN,
  /** The password was right; the second factor is still asked for. */
  SIGN_IN_BEGUN,
  /** The password, the PIN, or what was shown after it or in its place, was not taken. */
  SIGN_IN_REFUSED,
  SIGN_OUT,
  PASSWORD_SET,
  /** Something was asked for by its id that is not there, or not for whoever asked. */
  MISSED,
  /** A second factor or passkey was set up, renewed or taken off, or its removal asked for. */
  SECOND_FACTOR,
  /** An account was invited, opened, joined by somebody who has a login, or taken off. */
  ACCOUNT,
  /** A browser became a terminal of a place, or is none any more. */
  TERMINAL,
  /** A PIN was set, or taken away. */
  PIN,
  /** Somebody signed in showed the password once more. */
  PASSWORD_SHOWN,
  /** A list showed these children. */
  LIST,
  /** A search showed these children. */
  SEARCH,
  /** A hub matched against all children before taking one in. */
  MATCH,
  VIEW_CHILD,
  VIEW_SHEET,
  VIEW_FILE,
  VIEW_REASON,
  /** The trace itself was read (F1). */
  VIEW_TRACE,
  REGISTER_CHILD,
  CHANGE_CHILD,
  CHANGE_INVOLVEMENT,
  GIVE_CONSENT,
  WITHDRAW_CONSENT,
  /** 緊急閲覧: a record was opened in an emergency, looked for, closed, or the opening reviewed. */
  EMERGENCY,
  /** 法令による共有: asked for, approved, refused or ended. */
  LEGAL_GROUND,
  /** 共有しない希望: an objection was put on file or lifted. */
  OBJECT,
  /** 家族に見せる: the person of age shows something to a guardian, or not any more. */
  SHOW_TO_FAMILY,
  /** 限られた人だけの記録: one was opened, who is named was changed, an entry written, one ended. */
  CHANGE_COMPARTMENT,
  /** 限られた人だけの記録: the list of the named, or the entries, were read. */
  VIEW_COMPARTMENT,
  INVITE_GUARDIAN,
  SAVE_DRAFT,
  FINISH_SHEET,
  /** 決裁: approved, also in place of another, returned, or seen afterwards. */
  APPROVE_SHEET,
  CONFIRM_SHEET,
  /** 記録の移しかえ: a sheet written on the wrong child went to the right one. */
  MOVE_SHEET,
  /** 廃棄: proposed, approved or refused, carried out; 保留: kept longer, or no longer. */
  DISPOSE,
  /** 計画の求め: asked, answered, or taken back. */
  REQUEST,
  OFFER_HANDOVER,
  RECEIVE_HANDOVER,
  PRINT,
  EXPORT,
  IMPORT,
  /** 文例: an example was added, changed, decided about, marked, or came in as a file. */
  IDEA,
  ADMINISTER;

  /** Whether its row says that somebody saw a child. */
  public boolean shows() {
    return switch (this) {
      case LIST, SEARCH, MATCH, VIEW_CHILD, VIEW_SHEET, VIEW_FILE, VIEW_REASON, VIEW_TRACE -> true;
      case VIEW_COMPARTMENT -> true;
      default -> false;
    };
  }

  /**
   * Whether it changes what is on record of a child, its family or its consents: nothing for
   * whoever sees the child by a ground in law or in an emergency alone (docs/access.md).
   */
  public boolean changesRecord() {
    return switch (this) {
      case CHANGE_CHILD,
          CHANGE_COMPARTMENT,
          CHANGE_INVOLVEMENT,
          GIVE_CONSENT,
          WITHDRAW_CONSENT,
          OBJECT,
          SHOW_TO_FAMILY,
          INVITE_GUARDIAN,
          SAVE_DRAFT,
          FINISH_SHEET,
          APPROVE_SHEET,
          CONFIRM_SHEET,
          MOVE_SHEET,
          DISPOSE,
          REQUEST,
          OFFER_HANDOVER ->
          true;
      default -> false;
    };
  }

  /**
   * Whether its row would tell that something is for a named few alone: it is shown to them, and in
   * no other history.
   */
  public boolean ofCompartment() {
    return this == CHANGE_COMPARTMENT || this == VIEW_COMPARTMENT;
  }

  /** Whether it is about children at all. */
  public boolean ofChildren() {
    return switch (this) {
      case NONE,
          SIGN_IN,
          SIGN_IN_BEGUN,
          SIGN_IN_REFUSED,
          SIGN_OUT,
          PASSWORD_SET,
          PASSWORD_SHOWN,
          SECOND_FACTOR,
          ACCOUNT,
          TERMINAL,
          PIN,
          MISSED,
          IDEA,
          ADMINISTER ->
          false;
      default -> true;
    };
  }
}
