package jp.tsunagi.people.organisation;

/** What kind of place an organisation is. */
public enum OrganisationKind {
  /** 児童発達支援センター: one of the two hubs. */
  CENTRE,
  /** 教育センター: the other hub. */
  EDUCATION_CENTRE,
  /** 保育所（園）. */
  NURSERY,
  /** 幼稚園. */
  KINDERGARTEN,
  /** 認定こども園. */
  CERTIFIED_CHILDCARE,
  /** 小学校. */
  ELEMENTARY,
  /** 中学校. */
  JUNIOR_HIGH,
  /** 高等学校. */
  HIGH_SCHOOL,
  /** 特別支援学校. */
  SPECIAL_NEEDS_SCHOOL,
  /** 児童発達支援・放課後等デイサービス. */
  DAY_SERVICE,
  /** 相談支援事業所: makes the 障害児支援利用計画. */
  PLANNING_SUPPORT,
  /** 放課後児童クラブ. */
  AFTER_SCHOOL,
  /** 保健センター. */
  HEALTH_CENTRE,
  /** 市の担当課. */
  CITY_OFFICE,
  /** 教育委員会. */
  BOARD_OF_EDUCATION,
  /** 医療機関. */
  MEDICAL;

  /** 拠点: support information is gathered at the two hubs (source 000, purpose ②). */
  public boolean isHub() {
    return this == CENTRE || this == EDUCATION_CENTRE;
  }

  /** 園 of any kind. */
  public boolean isPreschool() {
    return this == NURSERY || this == KINDERGARTEN || this == CERTIFIED_CHILDCARE;
  }

  /** 小・中学校 and beyond. */
  public boolean isSchool() {
    return this == ELEMENTARY
        || this == JUNIOR_HIGH
        || this == HIGH_SCHOOL
        || this == SPECIAL_NEEDS_SCHOOL;
  }
}
