package jp.tsunagi.view.overview;

import java.util.List;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Reach;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;

/** What kind of day a post has. */
enum Desk {
  /** 担任: one class, child by child. */
  CLASS,
  /** 園長, 特支コーディネーター: the whole place, class by class. */
  WHOLE,
  /** 拠点: the lists of A13. */
  HUB;

  private static final Set<String> HUB_POSTS =
      Set.of("COUNSELLOR", "PROGRAMME_WORKER", "CENTRE_HEAD", "HUB_TEACHER");

  /** The seats from which children are seen. */
  static List<Seat> seats(Actor.Staff staff) {
    return staff.reading().filter(seat -> !seat.ceiling().isEmpty()).toList();
  }

  static Desk of(Seat seat) {
    if (HUB_POSTS.contains(seat.post())) {
      return HUB;
    }
    return seat.reach() == Reach.CASELOAD ? CLASS : WHOLE;
  }

  /** Whether this person only keeps the system and sees no child. */
  static boolean keepsOnly(Actor.Staff staff) {
    return seats(staff).isEmpty() && staff.may(Right.ADMINISTER);
  }
}
