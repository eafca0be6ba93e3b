package jp.tsunagi.people.organisation;

/** 分野: the horizontal links of a child's support run across these (D1). */
public enum Sector {
  /** 保健. */
  HEALTH,
  /** 保育. */
  CHILDCARE,
  /** 教育. */
  EDUCATION,
  /** 福祉. */
  WELFARE,
  /** 医療. */
  MEDICAL,
  /** 就労. */
  WORK
}
