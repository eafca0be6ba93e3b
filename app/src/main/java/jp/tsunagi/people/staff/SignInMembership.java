package jp.tsunagi.people.staff;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/** The last step of signing in for whoever serves several municipalities: as whom. */
@Component
final class SignInMembership {
  private final Database database;
  private final Choices choices;
  private final Arrival arrival;

  SignInMembership(Database database, Choices choices, Arrival arrival) {
    this.database = database;
    this.choices = choices;
    this.arrival = arrival;
  }

  /**
   * What may be chosen from at the browser with this cookie, the one chosen last first; none when
   * nothing waits there.
   */
  List<Choice> awaited(String cookie) {
    return database.call(
        new Actor.Login(),
        tx ->
            HalfSignIn.find(tx, HalfSignIn.Awaits.MEMBERSHIP, cookie)
                .map(begun -> choices.words(tx, open(tx, begun)))
                .orElseGet(List::of));
  }

  private List<Membership> open(Tx tx, HalfSignIn.Begun begun) {
    boolean shown = begun.proof().by() != Proof.By.PASSWORD || !Factors.isOn(tx, begun.account());
    return Choices.by(begun.proof(), choices.open(tx, begun.account())).stream()
        .filter(one -> shown || one.kind() == Membership.Kind.GUARDIAN)
        .toList();
  }

  /** In; empty when it took too long, or is none of these. */
  Optional<Arrival.Onward.In> with(String cookie, String mark, Browser at) {
    return database.call(new Actor.Login(), tx -> with(tx, cookie, mark, at));
  }

  private Optional<Arrival.Onward.In> with(Tx tx, String cookie, String mark, Browser at) {
    return HalfSignIn.find(tx, HalfSignIn.Awaits.MEMBERSHIP, cookie)
        .flatMap(begun ->
            choices
                .marked(open(tx, begun), mark)
                .filter(_ -> HalfSignIn.end(tx, HalfSignIn.Awaits.MEMBERSHIP, cookie))
                .map(as -> new Arrival.Onward.In(arrival.begin(tx, as, begun.proof(), at), as)));
  }
}
