package jp.tsunagi.people.staff;

/**
 * From where somebody signs in: the address, what the browser's cookies say (empty where it has
 * none), and what kind of browser it is.
 *
 * @param device the cookie of {@link Devices}
 * @param session the cookie of whoever is signed in there so far, who is so no longer afterwards
 */
record Browser(String address, String device, String session, BrowserKind kind) {
  @Override
  public String toString() {
    return "Browser";
  }
}
