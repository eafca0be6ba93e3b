package jp.tsunagi.people.staff;

/**
 * From where somebody signs in: the address, what the browser's cookies say (empty where it has
 * none), and what kind of browser it is.
 *
 * @param device the cookie of {@link Devices}
 * @param session the cookie of whoever is signed in there so far, who is so no longer afterwards
 * @param terminal the cookie of {@link Terminals}
 * @param page whose page stands open and asks ({@link PersonMark}); empty at the door
 * @param joining whether a code of staff was shown there, which waits for whoever signs in
 */
record Browser(
    String address,
    String device,
    String session,
    String terminal,
    String page,
    BrowserKind kind,
    boolean joining) {
  @Override
  public String toString() {
    return "Browser";
  }
}
