package jp.tsunagi.people.involvement;

/** How an organisation deals with a child. */
public enum InvolvementKind {
  /** 登録: at both hubs, opened by the USE consent. */
  REGISTRATION,
  /** 入園・入学の準備: between the acceptance of a handover and the entry. */
  PREPARING,
  /** 在籍. */
  ENROLMENT,
  /** 支援事業への参加. */
  PROGRAMME,
  /** 通所サービス. */
  PROVISION,
  /** 相談. */
  CONSULTATION,
  /** つなぎ. */
  REFERRAL,
  /** 検査・健診. */
  ASSESSMENT,
  /** 訪問. */
  VISIT,
  /** 会議. */
  MEETING,
  /** 入園申請・就学相談・加配. */
  APPLICATION
}
