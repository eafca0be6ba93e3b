package jp.tsunagi.record.sheet;

import jp.tsunagi.record.form.Occasion;

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
  /** 保護者: 一部同意しない, with which parts, noted by staff. */
  PARTLY_AGREED,
  /** 返答なし: the family was asked again on a day, and has not answered; it still may. */
  NOT_ANSWERED,
  /** 返答がないまま機関の中だけで使う: decided by the place; the family's answer is still awaited. */
  USED_INSIDE,
  /** 担当者会議をひらいた, on a day, with whom. */
  MEETING_HELD,
  /** 保護者と話し合った, on a day, with whom. */
  TALKED_OVER,
  /** 説明した, on a day, to whom. */
  EXPLAINED,
  /** 交付した, on a day, to whom. */
  DELIVERED,
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
      case SUBMITTED, APPROVED, RETURNED, SENT_BACK, MEETING_HELD, NOT_ANSWERED, USED_INSIDE ->
          true;
      default -> false;
    };
  }

  /** Whether it is noted beside the way, and changes neither the parts nor whose turn it is. */
  public boolean beside() {
    return switch (this) {
      case MEETING_HELD, TALKED_OVER, EXPLAINED, DELIVERED, NOT_ANSWERED, USED_INSIDE -> true;
      default -> false;
    };
  }

  /** What is noted when such an occasion took place. */
  static SheetMove of(Occasion occasion) {
    return switch (occasion) {
      case MEETING -> MEETING_HELD;
      case TALKED_OVER -> TALKED_OVER;
      case EXPLAINED -> EXPLAINED;
      case DELIVERED -> DELIVERED;
    };
  }

  /** Whether a revision is final from then on. */
  public boolean closes() {
    return this == CONFIRMED || this == FINISHED;
  }
}
