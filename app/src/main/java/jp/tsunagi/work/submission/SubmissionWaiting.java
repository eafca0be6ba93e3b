package jp.tsunagi.work.submission;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Reach;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Waiting;
import org.springframework.stereotype.Component;

/** Lists that wait for a second person, and what was handed in, in the day of those concerned. */
@Component
final class SubmissionWaiting implements Waiting {
  private final Submissions submissions;

  SubmissionWaiting(Submissions submissions) {
    this.submissions = submissions;
  }

  @Override
  public Optional<Heap> at(Tx tx, Actor.Staff actor, Seat seat) {
    if (seat.answers()) {
      int waiting = submissions.waiting(tx, actor).size();
      if (waiting > 0) {
        return heap(SubmissionsController.URL, waiting, "submission.waiting");
      }
    }
    // no class is handed anything: its day costs no statement more
    return seat.reads() && seat.reach() == Reach.ORGANISATION
        ? received(tx, actor, seat)
        : Optional.empty();
  }

  private Optional<Heap> received(Tx tx, Actor.Staff actor, Seat seat) {
    List<Submission> here =
        submissions.received(tx, actor).stream()
            .filter(one -> one.what().receiver().equals(seat.organisation()))
            .toList();
    int open = submissions.open(tx, here);
    return open == 0
        ? Optional.empty()
        : heap(ReceivedSubmissionsController.URL, open, "submission.arrived");
  }

  private static Optional<Heap> heap(String url, int count, String key) {
    return Optional.of(new Heap(url, t(key + ".count", count), t(key + ".what"), t(key + ".open")));
  }
}
