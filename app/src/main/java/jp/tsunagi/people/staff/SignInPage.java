package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * The door: login and password.
 *
 * @param place whose terminal this is, in words; null where it is none
 * @param provider to the identity provider of the municipality; null where there is none
 */
public record SignInPage(
    String login, @Nullable String place, @Nullable Link provider, @Nullable RefusalView refusal) {}
