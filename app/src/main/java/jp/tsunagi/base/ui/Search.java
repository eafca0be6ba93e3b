package jp.tsunagi.base.ui;

/**
 * The search of children. It is posted, never put into an address: what one types is personal data.
 *
 * @param url answers a whole page, and to htmx the list {@code Found} alone
 */
public record Search(String url, String typed) {}
