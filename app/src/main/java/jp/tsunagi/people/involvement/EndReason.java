package jp.tsunagi.people.involvement;

/** Why an enrolment ended. */
enum EndReason {
  /** 卒園・卒業. */
  GRADUATED,
  /** 転園・転校. */
  TRANSFERRED,
  /** 転出. */
  MOVED,
  /** 退園・退学. */
  LEFT,
  /** 登録の誤り. */
  MISTAKE,
  OTHER
}
