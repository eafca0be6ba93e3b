package jp.tsunagi.people.staff;

/**
 * What a staff member is handed to sign in for the first time: shown once, on paper if one likes.
 *
 * @param staffUrl the page of the person
 * @param until the last day on which the password opens anything
 */
public record StaffSlipPage(
    String staffUrl, String name, String login, String password, String until) {
  @Override
  public String toString() {
    return "StaffSlipPage";
  }
}
