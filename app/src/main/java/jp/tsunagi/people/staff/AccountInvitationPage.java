package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * 今のログインで加わる: what would be joined, or was.
 *
 * @param invited whom the code invites; null when it works no more
 * @param login by which one would come in; null where nothing can be joined now
 * @param refusal why not; null where it can be joined, or was
 * @param anew where one signs in anew, by all that is asked for; null where that does not help
 * @param keys one's passkeys and second factor, to look over before; null where nothing is joined
 * @param joined whether it was joined just now
 * @param switching where one goes on to it; null before, and where it cannot be entered yet
 */
public record AccountInvitationPage(
    String url,
    @Nullable Invited invited,
    @Nullable String login,
    @Nullable RefusalView refusal,
    @Nullable String anew,
    @Nullable Link keys,
    boolean joined,
    @Nullable Link switching,
    String home) {}
