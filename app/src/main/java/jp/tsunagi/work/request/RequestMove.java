package jp.tsunagi.work.request;

import jp.tsunagi.record.ground.ConsentMoved;

/** What moves a request. */
enum RequestMove {
  /** The first step. */
  ASKED,
  AGREED,
  REFUSED,
  CANCELLED,
  FAMILY_AGREED,
  FAMILY_SIGNED,
  CONFIRMED,
  DECLINED,
  /** The place that had agreed took the question to the family back. */
  DROPPED,
  WITHDRAWN,
  /** 終了: the place that had agreed shows it no longer. */
  STOPPED,
  /** A day passed; done by nobody. */
  LAPSED;

  /** What the family, or a place for it, did. */
  static RequestMove of(ConsentMoved.Move move) {
    return switch (move) {
      case GIVEN -> FAMILY_AGREED;
      case AWAITING -> FAMILY_SIGNED;
      case CONFIRMED -> CONFIRMED;
      case DECLINED -> DECLINED;
      case DROPPED -> DROPPED;
      case WITHDRAWN -> WITHDRAWN;
    };
  }

  /** Whether it is the family's own. */
  boolean ofFamily() {
    return switch (this) {
      case FAMILY_AGREED, FAMILY_SIGNED, DECLINED, WITHDRAWN -> true;
      case ASKED, AGREED, REFUSED, CANCELLED, CONFIRMED, DROPPED, STOPPED, LAPSED -> false;
    };
  }

  /** Whether it ends in a no before anything was readable. */
  boolean saysNo() {
    return this == REFUSED || this == DECLINED || this == DROPPED;
  }

  /**
   * Whether whoever asked is told of it. That the place had agreed, and who of the two said no,
   * stays between the place and the family.
   */
  boolean toldToAsker() {
    return switch (this) {
      case ASKED,
          REFUSED,
          CANCELLED,
          FAMILY_AGREED,
          CONFIRMED,
          DECLINED,
          DROPPED,
          STOPPED,
          WITHDRAWN ->
          true;
      case AGREED, FAMILY_SIGNED, LAPSED -> false;
    };
  }
}
