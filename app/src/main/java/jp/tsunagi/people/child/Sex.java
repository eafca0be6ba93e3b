package jp.tsunagi.people.child;

/** 性別 as the family states it. */
public enum Sex {
  FEMALE,
  MALE,
  /** 記載なし. */
  UNSTATED
}
