package jp.tsunagi.people.staff;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/**
 * Signing in at a registered terminal: the name from a list, and the PIN. A try is counted for this
 * person at this terminal; after some wrong ones the password is needed there, and nothing changes
 * elsewhere.
 */
@Component
final class SignInPin {
  /** Wrong ones in a row. */
  static final int MOST = 5;

  private final Database database;
  private final Terminals terminals;
  private final Accounts accounts;
  private final Arrival arrival;
  private final RefusedSignIns refusals;

  SignInPin(
      Database database,
      Terminals terminals,
      Accounts accounts,
      Arrival arrival,
      RefusedSignIns refusals) {
    this.refusals = refusals;
    this.database = database;
    this.terminals = terminals;
    this.accounts = accounts;
    this.arrival = arrival;
  }

  /** The terminal and who may sign in there by PIN; empty where the browser is none. */
  record Here(Terminal terminal, List<PinSql.Person> people) {
    Here {
      people = List.copyOf(people);
    }
  }

  Optional<Here> here(String cookie) {
    return cookie.isEmpty()
        ? Optional.empty()
        : database.call(new Actor.Login(), tx -> here(tx, cookie));
  }

  private Optional<Here> here(Tx tx, String cookie) {
    return terminals
        .of(tx, cookie)
        .map(at ->
            new Here(
                at, tx.as(Terminals.job(at.tenant()), () -> PinSql.people(tx, at.organisation()))));
  }

  /** What was chosen and typed, and where. */
  record Typed(StaffId staff, String pin, Browser at) {
    @Override
    public String toString() {
      return "Typed";
    }
  }

  /** How it ended. */
  sealed interface Outcome {
    /** Signed in; the value belongs into the cookie of the session. */
    record Welcome(String cookie, Membership as) implements Outcome {
      @Override
      public String toString() {
        return "Welcome";
      }
    }

    /** It was not the PIN. */
    record Refused() implements Outcome {}

    /** Too many wrong ones: here the password is needed. */
    record Spent() implements Outcome {}

    /** The browser is no terminal any more, or the person has no PIN or post there. */
    record Over() implements Outcome {}
  }

  private record Begun(Terminal terminal, PinSql.Person person, boolean admitted) {}

  Outcome with(Typed typed) {
    Optional<Begun> begun = database.call(new Actor.Login(), tx -> begin(tx, typed));
    if (begun.isEmpty()) {
      return new Outcome.Over();
    }
    if (!begun.get().admitted()) {
      note(begun.get(), RefusedSignIns.Why.SIGN_IN_WAIT);
      return new Outcome.Spent();
    }
    PinSql.Person person = begun.get().person();
    var kept = new Accounts.Kept(Optional.of(person.account()), person.hash());
    if (accounts.isRight(kept, Pin.typed(typed.pin()))) {
      return database.call(new Actor.Login(), tx -> enter(tx, typed, begun.get()));
    }
    note(begun.get(), RefusedSignIns.Why.PIN_WRONG);
    return new Outcome.Refused();
  }

  private void note(Begun begun, RefusedSignIns.Why why) {
    refusals.note(begun.terminal(), begun.person().staff(), why);
  }

  private Optional<Begun> begin(Tx tx, Typed typed) {
    return here(tx, typed.at().terminal())
        .flatMap(here ->
            here.people().stream()
                .filter(person -> person.staff().equals(typed.staff()))
                .findFirst()
                .map(person -> new Begun(here.terminal(), person, take(tx, here, person))));
  }

  private static boolean take(Tx tx, Here here, PinSql.Person person) {
    Terminal terminal = here.terminal();
    return tx.as(
        Terminals.job(terminal.tenant()),
        () -> PinSql.take(tx, terminal.id(), person.staff(), MOST));
  }

  /** As long as nothing has changed since the PIN was looked at. */
  private Outcome enter(Tx tx, Typed typed, Begun begun) {
    boolean stands =
        here(tx, typed.at().terminal())
            .filter(here -> here.terminal().equals(begun.terminal()))
            .filter(here -> here.people().contains(begun.person()))
            .isPresent();
    if (!stands) {
      return new Outcome.Over();
    }
    Membership membership = begun.person().as(begun.terminal());
    return new Outcome.Welcome(
        arrival.begin(tx, membership, begun.terminal(), Proof.PIN, typed.at()), membership);
  }
}
