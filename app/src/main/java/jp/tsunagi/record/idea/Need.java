package jp.tsunagi.record.idea;

/** What a child needs help with; a plan may name several. */
public enum Need {
  /** 読み. */
  READING,
  /** 書き. */
  WRITING,
  /** 計算. */
  CALCULATION,
  /** 注意・集中. */
  ATTENTION,
  /** 見通し・予定の変化. */
  OUTLOOK,
  /** 気持ちの調整. */
  FEELINGS,
  /** 対人・集団. */
  PEOPLE,
  /** ことば・伝え方. */
  LANGUAGE,
  /** 感覚. */
  SENSES,
  /** 運動・手先. */
  HANDS,
  /** 生活習慣. */
  DAILY_LIFE,
  /** 移動・姿勢. */
  MOVING,
  /** 医療的ケア. */
  MEDICAL_CARE,
  /** 登校. */
  ATTENDANCE
}
