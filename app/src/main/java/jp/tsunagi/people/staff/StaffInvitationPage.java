package jp.tsunagi.people.staff;

import org.jspecify.annotations.Nullable;

/**
 * A one-time code handed to a staff member in the place of a password.
 *
 * @param staffUrl the page of the person
 * @param address what the person types: this server and the page of the code
 * @param code shown once, right after it was made; null before
 * @param until the last day on which it works; of one handed before, while no new one is made
 */
public record StaffInvitationPage(
    String url,
    String staffUrl,
    String name,
    String address,
    @Nullable String code,
    @Nullable String until) {
  @Override
  public String toString() {
    return "StaffInvitationPage";
  }
}
