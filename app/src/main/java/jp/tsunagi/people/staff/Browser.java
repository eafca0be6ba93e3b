package jp.tsunagi.people.staff;

/**
 * From where somebody signs in: the address, what the browser's cookies say (empty where it has
 * none), and what kind of browser it is.
 *
 * @param device the cookie of {@link Devices}
 * @param session the cookie of whoever is signed in there so far, who is so no longer afterwards
 * @param terminal the cookie of {@link Terminals}
 * @param page whose page stands open and asks ({@link PersonMark}); empty at the door
 */
record Browser(
    String address, String device, String session, String terminal, String page, BrowserKind kind) {
  @Override
  public String toString() {
    return "Browser";
  }
}
