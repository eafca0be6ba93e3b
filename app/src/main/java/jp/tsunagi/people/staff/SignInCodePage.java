package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * The second step of signing in.
 *
 * @param paper a code from paper is asked for, not one of the app
 */
public record SignInCodePage(boolean paper, @Nullable RefusalView refusal) {}
