package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.Link;

/**
 * On the way to the identity provider; the browser goes on by itself.
 *
 * @param there for a browser that does not
 */
public record SignInProviderPage(Link there) {}
