package jp.tsunagi.record.form;

import org.jspecify.annotations.Nullable;

/**
 * One step on the way of a sheet from draft to final. The form says which steps, in which order.
 */
public sealed interface Step {
  /** 下書き: its writers only. */
  record Draft() implements Step {}

  /** 決裁: waits for the post of that key. */
  record InApproval(String post) implements Step {}

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
