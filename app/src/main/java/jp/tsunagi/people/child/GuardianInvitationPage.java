package jp.tsunagi.people.child;

import org.jspecify.annotations.Nullable;

/**
 * The invitation of a guardian to the portal.
 *
 * @param address what the family types: this server and the page of invitations
 * @param letter where the letter with the code is made; null for those who may not print
 * @param code shown once, right after it was made; null before
 */
public record GuardianInvitationPage(
    Identity child,
    String guardian,
    String url,
    String back,
    boolean hasAccount,
    String address,
    @Nullable String letter,
    @Nullable String code,
    @Nullable String expires) {}
