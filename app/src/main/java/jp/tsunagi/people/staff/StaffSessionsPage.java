package jp.tsunagi.people.staff;

import java.util.List;

/** Where a staff member is signed in, for the administrator who ends it. */
public record StaffSessionsPage(
    String url, String staffUrl, String name, List<SessionsPage.Line> lines) {
  public StaffSessionsPage {
    lines = List.copyOf(lines);
  }
}
