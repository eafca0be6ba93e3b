package jp.tsunagi.people.staff;

import java.text.Normalizer;
import java.util.Map;
import jp.tsunagi.base.database.StaffId;

/**
 * A staff member as somebody typed it, not yet judged. The id is made when the form is shown, so
 * that sending the form twice makes one person.
 *
 * @param pledge day the confidentiality pledge was received
 * @param lastDay last day of service, empty while no end is known
 */
record StaffDraft(StaffId id, String name, String kana, String pledge, String lastDay) {
  static StaffDraft of(StaffId id, Map<String, String> typed) {
    return new StaffDraft(
        id,
        typed.getOrDefault("name", "").strip(),
        typed.getOrDefault("kana", "").strip(),
        typed.getOrDefault("pledge", "").strip(),
        typed.getOrDefault("lastDay", "").strip());
  }

  /**
   * Login and password for an account to be opened.
   *
   * @param password as typed: blanks at its ends are part of it
   */
  record Account(String login, String password) {
    static Account of(Map<String, String> typed) {
      String login = typed.getOrDefault("login", "").strip();
      return new Account(
          Normalizer.normalize(login, Normalizer.Form.NFKC), typed.getOrDefault("password", ""));
    }

    /** Nothing typed: the person has no terminal and needs no account. */
    boolean isNone() {
      return login.isEmpty();
    }
  }
}
