package jp.tsunagi.base.ui;

/**
 * A main place in the header; {@code waiting} is what waits there for the reader, 0 shows nothing.
 */
public record NavItem(String url, String text, boolean current, int waiting) {
  public NavItem(String url, String text) {
    this(url, text, false, 0);
  }

  NavItem current(boolean here) {
    return new NavItem(url, text, here, waiting);
  }
}
