package jp.tsunagi.people.child;

import java.util.Arrays;

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
  OTHER,
  /** 本人, who decides from the 18th birthday. */
  SELF,
  /** 成年後見人, who acts for a person of age. */
  ADULT_GUARDIAN;

  /** Whether it decides from the 18th birthday on, and not before. */
  public boolean ofAge() {
    return this == SELF || this == ADULT_GUARDIAN;
  }

  /** What somebody beside the person can be to a child, in the order of the forms. */
  public static Relation[] ofOthers() {
    return Arrays.stream(values()).filter(one -> !one.ofAge()).toArray(Relation[]::new);
  }
}
