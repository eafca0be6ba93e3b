package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * A passkey is registered.
 *
 * @param url where it is sent
 * @param login whose it is: PCs are shared
 * @param refusal why the last one was not taken, or null
 */
public record PasskeyNewPage(
    String url, String login, FieldView name, PasskeyAsk ask, @Nullable RefusalView refusal) {}
