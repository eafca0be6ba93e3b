package jp.tsunagi.people.staff;

/**
 * What a staff member is handed to sign in for the first time: shown once, on paper if one likes.
 *
 * @param staffUrl the page of the person
 */
public record StaffSlipPage(String staffUrl, String name, String login, String password) {
  @Override
  public String toString() {
    return "StaffSlipPage";
  }
}
