package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * The second step of signing in.
 *
 * @param paper a code from paper is asked for, not one of the app
 * @param app whether there is an app
 * @param key the question for a passkey; null where there is none
 */
public record SignInCodePage(
    boolean paper, boolean app, @Nullable PasskeyAsk key, @Nullable RefusalView refusal) {}
