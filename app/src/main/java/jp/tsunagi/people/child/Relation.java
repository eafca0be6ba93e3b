package jp.tsunagi.people.child;

/** 続柄: what a guardian is to the child. */
public enum Relation {
  MOTHER,
  FATHER,
  GRANDMOTHER,
  GRANDFATHER,
  /** 里親. */
  FOSTER,
  /** 未成年後見人. */
  GUARDIAN_OF_MINOR,
  /** 施設長. */
  FACILITY_HEAD,
  OTHER
}
