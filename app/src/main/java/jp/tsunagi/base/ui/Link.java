package jp.tsunagi.base.ui;

/** A way to another page: in crumbs, tabs, filters, menus, below a refusal. */
public record Link(String url, String text, boolean current) {
  public Link(String url, String text) {
    this(url, text, false);
  }
}
