package jp.tsunagi.record.form;

import org.jspecify.annotations.Nullable;

/**
 * One step on the way of a sheet from draft to final. The form says which steps, in which order.
 */
public sealed interface Step {
  /** 下書き: its writers only. */
  record Draft() implements Step {}

  /**
   * 決裁: waits for the posts that the organisation's own route names, one after the other.
   *
   * @param asked what holds while the organisation has not decided whether the form needs it
   * @param post that earlier forms named; kept, since a published form never changes, and without
   *     effect
   */
  record InApproval(boolean asked, @Nullable String post) implements Step {
    public InApproval(boolean asked) {
      this(asked, null);
    }
  }

  /** Something with a day and with people that is noted: 担当者会議, 説明, 交付. */
  record Noted(Occasion occasion) implements Step {}

  /**
   * 保護者の確認 (A6, A7).
   *
   * @param setting key of the municipality's setting that switches the step; null = always asked
   * @param settingDefault what holds while the municipality has not decided
   * @param inForceInside 校内で使用中: while the answer is out the organisation already works with it,
   *     and nobody else sees it
   */
  record WithGuardian(@Nullable String setting, boolean settingDefault, boolean inForceInside)
      implements Step {}

  /** 確定: immutable; a change is a new version. */
  record Final() implements Step {}
}
