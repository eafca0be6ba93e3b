package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/** The door: login and password. */
public record SignInPage(String login, @Nullable RefusalView refusal) {}
