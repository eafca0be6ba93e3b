package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/** A family signs in with a passkey. */
public record SignInPasskeyPage(String url, PasskeyAsk ask, @Nullable RefusalView refusal) {}
