package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * The door: login and password.
 *
 * @param place whose terminal this is, in words; null where it is none
 */
public record SignInPage(String login, @Nullable String place, @Nullable RefusalView refusal) {}
