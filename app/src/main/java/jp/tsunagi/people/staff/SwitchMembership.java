package jp.tsunagi.people.staff;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import org.springframework.stereotype.Component;

/**
 * Whoever is signed in goes on as somebody else of the same account: another session under another
 * value, which ends when the first would have ended. The trace of either municipality has its own
 * row, and neither names the other.
 */
@Component
final class SwitchMembership {
  private static final String SWITCHED = "staff.session.switched";

  private final Database database;
  private final Choices choices;
  private final Sessions sessions;
  private final Arrival arrival;

  SwitchMembership(Database database, Choices choices, Sessions sessions, Arrival arrival) {
    this.database = database;
    this.choices = choices;
    this.sessions = sessions;
    this.arrival = arrival;
  }

  /** How it ended. */
  sealed interface Outcome {
    /** Switched; the value belongs into the cookie of the session. */
    record Done(String cookie, Membership as) implements Outcome {
      @Override
      public String toString() {
        return "Done";
      }
    }

    /** The person signs in anew. */
    record Refused(Switching.Refusal why) implements Outcome {}

    /** There is no such choice, or the session went on already. */
    record Over() implements Outcome {}
  }

  /**
   * As whom somebody may be.
   *
   * @param refusal why the person must sign in anew for any other; empty where at least one is open
   */
  record Offered(Choice here, List<Choice> others, Optional<Switching.Refusal> refusal) {}

  /**
   * What is offered to whoever has the session of that cookie.
   *
   * @throws NotFound when the account serves nobody else today, or the session may not know of it
   */
  Offered offered(String cookie) {
    return database.call(
        new Actor.Login(),
        tx -> {
          Switching from = own(tx, cookie).orElseThrow(NotFound::new);
          List<Membership> others = others(tx, from.as());
          if (others.isEmpty()) {
            throw new NotFound();
          }
          boolean factor = Factors.isOn(tx, from.as().account());
          List<Optional<Switching.Refusal>> refusals =
              others.stream()
                  .map(one -> from.whyNot(one, factor, Accounts.endedAt(tx, one)))
                  .toList();
          return new Offered(
              choices.words(tx, List.of(from.as())).getFirst(),
              choices.words(tx, others),
              refusals.contains(Optional.<Switching.Refusal>empty())
                  ? Optional.empty()
                  : refusals.getFirst());
        });
  }

  /** The session of that cookie, where it was begun by what is the person's own. */
  private static Optional<Switching> own(Tx tx, String cookie) {
    return SessionSql.switching(tx, Sessions.digest(cookie))
        .filter(from -> from.boundBy().isEmpty());
  }

  private List<Membership> others(Tx tx, Membership here) {
    return choices.open(tx, here.account()).stream().filter(one -> !one.equals(here)).toList();
  }

  /** The one of that mark, while whoever has the session may go on as that one. */
  Optional<Choice> back(String mark, Browser at) {
    return database.call(
        new Actor.Login(),
        tx ->
            own(tx, at.session())
                .flatMap(from ->
                    choices
                        .marked(others(tx, from.as()), mark)
                        .filter(to -> whyNot(tx, from, to).isEmpty()))
                .map(to -> choices.words(tx, List.of(to)).getFirst()));
  }

  /** Whether the account serves somebody else too who may act today. */
  boolean any(AccountId account) {
    return database.call(new Actor.Login(), tx -> choices.open(tx, account).size() > 1);
  }

  /** Goes on as the one of that mark. */
  Outcome with(String mark, Browser at) {
    return database.call(new Actor.Login(), tx -> with(tx, mark, at));
  }

  private Outcome with(Tx tx, String mark, Browser at) {
    Optional<Switching> from = own(tx, at.session());
    Optional<Membership> to = from.flatMap(one -> choices.marked(others(tx, one.as()), mark));
    if (to.isEmpty()) {
      return new Outcome.Over();
    }
    return whyNot(tx, from.get(), to.get())
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> go(tx, from.get(), to.get(), at));
  }

  private static Optional<Switching.Refusal> whyNot(Tx tx, Switching from, Membership to) {
    return from.whyNot(to, Factors.isOn(tx, to.account()), Accounts.endedAt(tx, to));
  }

  private Outcome go(Tx tx, Switching from, Membership to, Browser at) {
    Optional<Actor> before = sessions.load(tx, from.as());
    // of two that are sent together one goes on; the other finds that the session is over
    if (before.isEmpty() || !SessionSql.leave(tx, Sessions.digest(at.session()))) {
      return new Outcome.Over();
    }
    arrival.write(tx, before.get(), Entry.of(Action.SIGN_OUT).about(SWITCHED));
    String cookie = sessions.begin(tx, to, at.kind(), from);
    arrival.write(
        tx, sessions.load(tx, to).orElseThrow(), Entry.of(Action.SIGN_IN).about(SWITCHED));
    Accounts.chose(tx, to);
    return new Outcome.Done(cookie, to);
  }
}
