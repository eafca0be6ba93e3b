package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Waiting;
import org.springframework.stereotype.Component;

/** 後閲: what was decided in place of a post, in the day of whoever holds it. */
@Component
final class SightWaiting implements Waiting {
  private static final int MOST = 99;

  @Override
  public Optional<Heap> at(Tx tx, Actor.Staff actor, Seat seat) {
    long sheets =
        ApprovalsSql.some(tx, actor, ApprovalList.SIGHT, MOST).stream()
            .filter(
                row -> row.sheet().organisation().filter(seat.organisation()::equals).isPresent())
            .filter(row -> seat.post().equals(row.post()))
            .count();
    return sheets == 0
        ? Optional.empty()
        : Optional.of(
            new Heap(
                ApprovalsController.URL + "?list=" + ApprovalList.SIGHT.word(),
                t(sheets > MOST ? "sheet.approvals.more" : "sheet.approvals.count", sheets),
                t("sheet.approvals.SIGHT"),
                t("sheet.approvals.open")));
  }
}
