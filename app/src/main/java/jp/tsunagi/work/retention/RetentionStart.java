package jp.tsunagi.work.retention;

/** From when on a period of retention runs: always from a first of April. */
enum RetentionStart {
  /** 書類の年度の終わり. */
  YEAR,
  /** その機関との関わりが終わった年度の終わり（卒園・卒業・利用の終わり）. */
  LEFT,
  /** どの機関との関わりも終わった年度の終わり. */
  ENDED,
  /** 効力がなくなった年度の終わり（期間の終わり・取消し）. */
  OVER,
  /** 18歳の誕生日の年度の終わり. */
  EIGHTEEN
}
