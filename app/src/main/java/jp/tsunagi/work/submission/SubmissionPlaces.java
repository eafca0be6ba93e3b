package jp.tsunagi.work.submission;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.ui.NavItem;
import jp.tsunagi.people.staff.Places;
import jp.tsunagi.people.staff.PostKind;
import org.springframework.stereotype.Component;

/** 提出 in the header, for whoever leads a 園, a school or a service; 提出された計画 for the office. */
@Component
final class SubmissionPlaces implements Places {
  private static final int ORDER = 45;

  @Override
  public List<Place> of(Actor.Staff actor) {
    boolean hands =
        Submissions.leading(actor).stream()
            .filter(seat -> !seat.may(Right.INTAKE))
            .anyMatch(seat -> !seat.post().equals(PostKind.OFFICE_WORKER.name()));
    boolean receives =
        actor.reading().anyMatch(seat -> seat.post().equals(PostKind.OFFICE_WORKER.name()));
    List<Place> places = new ArrayList<>();
    if (hands) {
      places.add(new Place(ORDER, new NavItem(SubmissionsController.URL, t("submission.place"))));
    }
    if (receives) {
      places.add(
          new Place(
              ORDER, new NavItem(ReceivedSubmissionsController.URL, t("submission.received"))));
    }
    return places;
  }
}
