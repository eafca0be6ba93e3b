package jp.tsunagi.run.scenario;

import jp.tsunagi.people.child.Relation;
import org.jspecify.annotations.Nullable;

/**
 * 保護者 of one child.
 *
 * @param order who is called first, from 1
 * @param when when and how to call
 * @param account whether they log in to the portal
 * @param sameAs {@code child/guardian} of a sibling, when that is the same person
 */
record Guardian(
    String key,
    String name,
    String kana,
    Relation relation,
    String phone,
    int order,
    @Nullable String when,
    Authority authority,
    boolean account,
    String language,
    @Nullable String sameAs,
    Place place) {

  /** Whether this person decides for the child, and as what. */
  enum Authority {
    /** 親権. */
    PARENTAL,
    /** 共同親権（離婚後）. */
    JOINT_CUSTODY,
    /** 未成年後見人. */
    GUARDIAN_OF_MINOR,
    /** 里親. */
    FOSTER,
    /** 施設長. */
    FACILITY,
    /** no say: a relative who is called. */
    NONE
  }
}
