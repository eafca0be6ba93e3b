package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.staff.Waiting;
import org.springframework.stereotype.Component;

/** What ends before long, in the day of the hubs. */
@Component
final class EndingWaiting implements Waiting {
  private final Identities children;

  EndingWaiting(Identities children) {
    this.children = children;
  }

  /** The consents that end, the next one first. */
  static List<Consent> consents(Tx tx, Actor.Staff actor) {
    return Ending.soon(ConsentSql.of(tx, EndingSql.consents(tx, actor)), tx.today());
  }

  /** The children who decide for themselves before long, the next one first. */
  static List<Identity> growing(Tx tx, Actor.Staff actor, Identities children) {
    return children.find(tx, List.copyOf(EndingSql.growing(tx, actor))).stream()
        .filter(child -> Ending.grows(child, tx.today()))
        .sorted(java.util.Comparator.comparing(Identity::birthDate))
        .toList();
  }

  @Override
  public Optional<Heap> at(Tx tx, Actor.Staff actor, Seat seat) {
    if (!seat.may(Right.INTAKE)) {
      return Optional.empty();
    }
    int count = consents(tx, actor).size() + growing(tx, actor, children).size();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Heap(
                EndingController.URL,
                t("ground.waiting.count", count),
                t("ground.ending.title"),
                t("ground.ending.open")));
  }
}
