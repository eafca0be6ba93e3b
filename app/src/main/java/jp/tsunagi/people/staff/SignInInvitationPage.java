package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * Staff come in for the first time with the code from an administrator.
 *
 * @param invited whom the code invites; null while it is asked for
 * @param code the code; null once it was shown
 * @param account a login and password of one's own; empty before, and when it was opened
 * @param join where one goes with the login one has; null before, and when it was opened
 * @param opened the login that was opened just now; null before
 */
public record SignInInvitationPage(
    @Nullable RefusalView refusal,
    @Nullable Invited invited,
    @Nullable FieldView code,
    List<FieldView> account,
    @Nullable String join,
    @Nullable String opened) {
  public SignInInvitationPage {
    account = List.copyOf(account);
  }
}
