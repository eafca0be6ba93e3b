package jp.tsunagi.people.staff;

/** Why somebody who comes from the identity provider is not let in; each with its words. */
enum ProviderRefusal {
  /** It was begun too long ago, in another browser, or is used up. */
  STALE,
  /** The provider itself said no, or the person stopped there. */
  DENIED,
  /** The provider does not answer, or not as it should. */
  UNREACHABLE,
  /** It does not take us: the secret that was named at the start is wrong, or over. */
  CLIENT,
  /** What it says of the person cannot be relied on. */
  TOKEN,
  /** It does not say which login it is. */
  CLAIM,
  /**
   * No staff member of the municipality that the provider vouches for has that login, whoever has
   * it elsewhere: which of these is not said. None is made on the way.
   */
  UNKNOWN,
  /** It is another person there than who came first with that login. */
  STRANGER,
  /** The account may do nothing today: pledge, last day, assignments. */
  ENDED,
  /** At a registered terminal one signs in by name. */
  TERMINAL,
  /** Somebody else has shown it than who is signed in. */
  OTHER,
  /** The login serves others too, for whom the provider does not speak. */
  SHARED,
  /** It does not say that the person was asked just now. */
  UNASKED,
  /** Too many tries; the remedy is to wait. */
  WAIT;

  /** The key before why it is, and what to do. */
  String key() {
    return "staff.provider.refused." + name();
  }
}
