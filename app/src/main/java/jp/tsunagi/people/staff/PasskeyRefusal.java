package jp.tsunagi.people.staff;

/** Why what an authenticator said is not taken; each with its words. */
enum PasskeyRefusal {
  /** Nothing came, or what no authenticator says. */
  UNREADABLE,
  /** It was asked too long ago, or somewhere else. */
  STALE,
  /** The question was answered before. */
  REPLAYED,
  /** It was said to another address. */
  ORIGIN,
  /** Nobody here has that key, or somebody else. */
  UNKNOWN,
  /** Its counter went back: there is a copy of it. */
  COUNTER,
  /** Neither finger nor face nor PIN was asked for. */
  UNVERIFIED,
  /** The signature, or what it was made over, is not right. */
  WRONG,
  /** It is registered already. */
  TAKEN,
  /** Too many tries; the remedy is to wait. */
  WAIT,
  /** Whoever it is begins with the password: staff, and whoever may do nothing today. */
  PASSWORD;

  /** The key before what happened, why, and what to do. */
  String key() {
    return "staff.passkey.refused." + name();
  }
}
