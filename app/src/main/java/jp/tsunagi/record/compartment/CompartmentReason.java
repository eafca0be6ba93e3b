package jp.tsunagi.record.compartment;

/** Why something is for the named few alone. */
enum CompartmentReason {
  /** ＤＶ等支援措置 of the register of residents. */
  SUPPORT_MEASURE,
  /** 保護命令 of a court. */
  PROTECTION_ORDER,
  /** 要保護児童対策地域協議会 (児童福祉法25条の2). */
  COUNCIL,
  /** 家庭の申し出. */
  FAMILY,
  /** その他, with a note. */
  OTHER
}
