package jp.tsunagi.run.scenario;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.people.staff.PostKind;
import org.jspecify.annotations.Nullable;

/**
 * 職員 of a scenario, with the posts held over the years.
 *
 * @param login name to log in with, none for staff of places on paper
 * @param pin has set a PIN, for the shared terminal of the place once that is registered
 */
record StaffMember(
    String key,
    String name,
    String kana,
    @Nullable String login,
    boolean pin,
    List<Assignment> assignments,
    Place place) {

  /** The assignments that run on a day; at one organisation only, when it is given. */
  List<Assignment> on(LocalDate day, @Nullable String organisation) {
    return assignments.stream()
        .filter(assignment -> assignment.period().holds(day))
        .filter(each -> organisation == null || each.organisation().equals(organisation))
        .toList();
  }

  /** Staff × post × period, with the class for those who have one. */
  record Assignment(
      String organisation, PostKind post, @Nullable String schoolClass, Days period, Place place) {}
}
