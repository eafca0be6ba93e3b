package jp.tsunagi.people.child;

/** 対象 (A2): why a child is on record; one or more of the three. */
public enum Reason {
  /** ①児童発達支援センター・教育センターを利用している. */
  HUB_USER,
  /** ②小・中学校で個別の教育支援計画を作成している. */
  SCHOOL_PLAN,
  /** ③保護者が希望する. */
  GUARDIAN_WISH
}
