package jp.tsunagi.record.emergency;

/** Why a record is opened without consent; its words are {@code emergency.reason.*}. */
enum EmergencyReason {
  /** 命やからだの危険. */
  LIFE,
  /** けが・発作・急な病気. */
  ACUTE,
  /** 行方がわからない・保護された. */
  MISSING,
  /** 災害. */
  DISASTER,
  /** その他. */
  OTHER
}
