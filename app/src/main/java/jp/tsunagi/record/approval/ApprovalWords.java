package jp.tsunagi.record.approval;

import static jp.tsunagi.base.ui.Text.has;
import static jp.tsunagi.base.ui.Text.t;

/** What posts are called on a sheet's way. */
public final class ApprovalWords {
  private ApprovalWords() {}

  /** 特支CO: short where the post has a short name, else as everywhere. */
  public static String post(String kind) {
    String brief = "approval.post." + kind;
    return has(brief) ? t(brief) : t("staff.post." + kind);
  }
}
