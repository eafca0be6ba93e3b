package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Waiting;
import org.springframework.stereotype.Component;

/** What waits for the decision of a post, in the day of whoever holds it. */
@Component
final class ApprovalsWaiting implements Waiting {
  private static final int MOST = 99;

  private final Approving approving;

  ApprovalsWaiting(Approving approving) {
    this.approving = approving;
  }

  @Override
  public Optional<Heap> at(Tx tx, Actor.Staff actor, Seat seat) {
    long sheets =
        ApprovalsSql.some(tx, actor, ApprovalList.WAITING, MOST).stream()
            .filter(
                row -> row.sheet().organisation().filter(seat.organisation()::equals).isPresent())
            .filter(row -> seat.post().equals(row.post()))
            .filter(row ->
                !row.own()
                    || approving.turn(tx, row.sheet()).filter(Approving.Turn::approves).isPresent())
            .count();
    return sheets == 0
        ? Optional.empty()
        : Optional.of(
            new Heap(
                ApprovalsController.URL,
                t(sheets > MOST ? "sheet.approvals.more" : "sheet.approvals.count", sheets),
                t("sheet.approvals.WAITING"),
                t("sheet.approvals.open")));
  }
}
