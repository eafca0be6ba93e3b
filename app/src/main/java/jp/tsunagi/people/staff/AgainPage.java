package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * Who it is is asked for once more before something that not everybody at this screen may do.
 *
 * @param login whose password: PCs are shared
 * @param to where one goes on then
 * @param key the question for a passkey; null where there is none
 * @param provider to the identity provider; null where there is none
 * @param refusal why a passkey or the provider's word was not taken, or null
 */
public record AgainPage(
    String url,
    String login,
    String to,
    FieldView password,
    @Nullable PasskeyAsk key,
    @Nullable Link provider,
    @Nullable RefusalView refusal) {}
