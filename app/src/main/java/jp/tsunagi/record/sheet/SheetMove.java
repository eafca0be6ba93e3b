package jp.tsunagi.record.sheet;

/** What moves a sheet from one state to the next. Each is kept as a row: who, when, how. */
public enum SheetMove {
  /** 書きはじめた. */
  STARTED,
  /** 決裁に出した. */
  SUBMITTED,
  /** 承認した: a post of the route, be it by a deputy. */
  APPROVED,
  /** 差し戻した: back to the writers, with the reason. */
  RETURNED,
  /** 前の人に差し戻した: back to an earlier post of the route, with the reason. */
  SENT_BACK,
  /** 保護者に送った. */
  SENT_TO_GUARDIAN,
  /** 保護者が確認した: in the portal, on paper or orally. */
  CONFIRMED,
  /** 保護者: ここが違います, with what differs. */
  DISAGREED,
  /** 保護者: 話したい. */
  ASKED_TO_TALK,
  /** 引き戻した: back to the draft, to change something. */
  PULLED_BACK,
  /** 確定した, where no guardian is asked. */
  FINISHED,
  /** 訂正をはじめた: something was wrong; the wrong version is no longer passed on. */
  CORRECTION_STARTED,
  /** 変更をはじめた: something is different now; the earlier version stays part of the history. */
  AMENDMENT_STARTED,
  /** 下書きを取りやめた. */
  DISCARDED,
  /** 訂正・変更を取りやめた: the final version simply stays. */
  REVISION_DROPPED,
  /** 取りやめを元に戻した. */
  RESTORED,
  /** 新しい様式に移した: the draft goes on on a later version of its form. */
  LIFTED,
  /** 別の子の記録から移した: it had been written on the wrong child, and stands as it stood there. */
  RELOCATED,
  /** 移して書きかけに戻した: the family of the right child has not been asked yet. */
  RELOCATED_OPEN;

  /** Whether work on a revision begins with it, for the first time or again. */
  public boolean opens() {
    return switch (this) {
      case STARTED, CORRECTION_STARTED, AMENDMENT_STARTED, RESTORED -> true;
      default -> false;
    };
  }

  /** Whether it is the place's own business, which no family and no other place is told. */
  public boolean inside() {
    return switch (this) {
      case SUBMITTED, APPROVED, RETURNED, SENT_BACK -> true;
      default -> false;
    };
  }

  /** Whether only those who decide about a sheet make it. */
  boolean decides() {
    return this == APPROVED || this == RETURNED || this == SENT_BACK;
  }

  /** Whether a revision is final from then on. */
  public boolean closes() {
    return this == CONFIRMED || this == FINISHED;
  }
}
