package jp.tsunagi.base.access;

/**
 * 情報の区分: what a part or an entry of the record is about (A9). Every item has exactly one; posts
 * have a ceiling of categories, consents and grounds name the categories they cover.
 */
public enum Category {
  /** 氏名・かな・生年月日・学年. */
  IDENTITY,
  /** 住所・電話・所属・訪問先・送迎・事業所: whatever tells where the child is. */
  LOCATION,
  /** 誰が関わるか, also that a consultation took place, when, and the next date. */
  INVOLVEMENT,
  /** 個人票: what the family tells about the child, strengths first. */
  PROFILE,
  /** 家族・生育歴. */
  FAMILY,
  /** 健診・医療, and the attention marks. */
  HEALTH,
  /** 検査: developmental and psychological assessments with their results. */
  ASSESSMENT,
  /** 相談記録: notes of a consultation; in the ceiling of consulting posts only. */
  CONSULTATION,
  /** 支援内容: what a programme, a 園 or a school did and saw in a year. */
  SUPPORT,
  /** 計画: plans with goals. */
  PLAN,
  /** 会議: meetings, their decisions and promises. */
  MEETING,
  /** サービス・受給者証. */
  PROVISION,
  /** 連絡: messages between the people around a child. */
  CONTACT
}
