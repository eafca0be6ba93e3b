package jp.tsunagi.people.staff;

import java.time.LocalDate;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/**
 * 在職の最終日: with it every post of the person ends, for good. Whoever comes back is put at a post
 * anew, and is confirmed there again (ADR 9).
 */
@Component
final class LastDay {
  private final Staffing staffing;

  LastDay(Staffing staffing) {
    this.staffing = staffing;
  }

  /**
   * Ends what runs, and takes back what would begin later.
   *
   * @param end the day after the last day of service
   */
  void ends(Tx tx, StaffId staff, LocalDate end) {
    for (HeldPost held : StaffRegisterSql.posts(tx, staff, end)) {
      if (held.standing() != HeldPost.Standing.REFUSED) {
        staffing.cut(tx, held, end);
      }
    }
  }
}
