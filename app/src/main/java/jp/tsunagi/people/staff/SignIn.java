package jp.tsunagi.people.staff;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.staff.Throttle.Admission;
import org.springframework.stereotype.Component;

/**
 * Signing in: one generic refusal, the same work whether the login exists or not. One transaction
 * counts the try, the password is compared outside of any, another begins the session.
 */
@Component
final class SignIn {
  private static final String REPLACED = "staff.session.replaced";

  private final Database database;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Devices devices;
  private final Terminals terminals;
  private final RefusedSignIns refusals;
  private final Trace trace;

  SignIn(
      Database database,
      Accounts accounts,
      Sessions sessions,
      Devices devices,
      Terminals terminals,
      RefusedSignIns refusals,
      Trace trace) {
    this.database = database;
    this.accounts = accounts;
    this.sessions = sessions;
    this.devices = devices;
    this.terminals = terminals;
    this.refusals = refusals;
    this.trace = trace;
  }

  /** What was typed, and where. */
  record Typed(String login, String password, Browser at) {
    Typed {
      login = login.strip();
    }

    @Override
    public String toString() {
      return "Typed";
    }
  }

  /** How it ended. */
  sealed interface Outcome {
    /** Signed in; the values belong into the cookies of session and device. */
    record Welcome(String cookie, String device, Membership as) implements Outcome {
      @Override
      public String toString() {
        return "Welcome";
      }
    }

    /** The password is right, the second factor comes next; the value belongs into a cookie. */
    record Half(String cookie) implements Outcome {
      @Override
      public String toString() {
        return "Half";
      }
    }

    /** Login or password is wrong, or nothing may be done with it today. */
    record Refused() implements Outcome {}

    /** Too many wrong tries from this address; the remedy is to wait. */
    record Wait() implements Outcome {}
  }

  private record Begun(Admission admission, Accounts.Kept kept) {}

  Outcome with(Typed typed) {
    var who =
        new Throttle.Subject(
            typed.login(), typed.at().address(), devices.known(typed.at().device(), typed.login()));
    Begun begun =
        database.call(
            new Actor.Login(),
            tx -> new Begun(Throttle.admit(tx, who), accounts.kept(tx, typed.login())));
    return switch (begun.admission()) {
      case Admission.Wait _ -> {
        refusals.note(begun.kept().account(), RefusedSignIns.Why.SIGN_IN_WAIT);
        yield new Outcome.Wait();
      }
      case Admission.After admitted -> {
        pause(admitted.pause());
        if (accounts.isRight(begun.kept(), typed.password())) {
          yield database.call(new Actor.Login(), tx -> enter(tx, typed, begun.kept(), admitted));
        }
        refusals.note(begun.kept().account(), RefusedSignIns.Why.PASSWORD_WRONG);
        yield new Outcome.Refused();
      }
    };
  }

  static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
  }

  private Outcome enter(Tx tx, Typed typed, Accounts.Kept kept, Admission.After admitted) {
    Optional<AccountId> account = kept.account().filter(_ -> Accounts.stands(tx, kept));
    Optional<Outcome> there = account.flatMap(id -> atTerminal(tx, id, typed));
    if (there.isPresent()) {
      Throttle.succeeded(tx, admitted);
      return there.get();
    }
    Optional<Membership> membership = account.flatMap(id -> usable(tx, id));
    if (membership.isEmpty()) {
      return new Outcome.Refused();
    }
    Throttle.succeeded(tx, admitted);
    if (asksForCode(tx, membership.get())) {
      return new Outcome.Half(half(tx, membership.get(), typed.at(), Proof.PASSWORD));
    }
    return new Outcome.Welcome(
        begin(tx, membership.get(), Proof.PASSWORD, typed.at()),
        devices.with(typed.at().device(), typed.login()),
        membership.get());
  }

  /**
   * At a registered terminal of a place where the person has a post the terminal is the second
   * factor (F1); whoever has none there signs in as everywhere.
   */
  private Optional<Outcome> atTerminal(Tx tx, AccountId account, Typed typed) {
    return terminals
        .of(tx, typed.at().terminal())
        .flatMap(terminal ->
            accounts.memberships(tx, account).stream()
                .filter(one -> actsAt(tx, one, terminal))
                .findFirst()
                .map(membership ->
                    new Outcome.Welcome(
                        begin(tx, membership, terminal, Proof.PASSWORD, typed.at()),
                        devices.with(typed.at().device(), typed.login()),
                        membership)));
  }

  private boolean actsAt(Tx tx, Membership membership, Terminal terminal) {
    return membership.kind() == Membership.Kind.STAFF
        && membership.tenant().equals(terminal.tenant())
        && sessions.load(tx, membership, Optional.of(terminal.organisation())).isPresent();
  }

  /** Begins a session at a registered terminal, by the password or by the PIN; traced so. */
  String begin(Tx tx, Membership membership, Terminal terminal, Proof proof, Browser at) {
    leave(tx, at);
    String cookie =
        sessions.begin(tx, membership, at.kind(), new Sessions.Shown(Optional.of(terminal), proof));
    Actor actor = sessions.load(tx, membership, Optional.of(terminal.organisation())).orElseThrow();
    tx.as(
        Terminals.job(terminal.tenant()),
        () -> {
          TerminalSql.used(tx, terminal.id());
          PinSql.forget(tx, terminal.id(), new StaffId(membership.member()));
          return true;
        });
    String word = proof.isPinAlone() ? "staff.terminal.pin " : "staff.terminal.password ";
    write(tx, actor, Entry.of(Action.SIGN_IN).about(word + terminal.id()));
    return cookie;
  }

  /** Staff who have a second factor show it; guardians have none. */
  static boolean asksForCode(Tx tx, Membership membership) {
    return membership.kind() == Membership.Kind.STAFF && Factors.isOn(tx, membership.account());
  }

  /**
   * The password was right, or what stood in its place: the second factor comes next.
   *
   * @param by which of the two; the trace names it
   * @return the value of the cookie
   */
  String half(Tx tx, Membership membership, Browser at, Proof by) {
    leave(tx, at);
    Entry entry = Entry.of(Action.SIGN_IN_BEGUN);
    write(tx, membership, by.word().map(entry::about).orElse(entry));
    return HalfSignIn.begin(tx, new HalfSignIn.Begun(membership.account(), by.provider()));
  }

  /** The first membership that stands for somebody who may act today. */
  Optional<Membership> usable(Tx tx, AccountId account) {
    List<Membership> memberships = accounts.memberships(tx, account);
    return memberships.stream().filter(one -> sessions.load(tx, one).isPresent()).findFirst();
  }

  /**
   * Begins the session of somebody who has shown who it is, and traces it. Whoever was signed in at
   * the browser is so no longer.
   *
   * @param proof by what, which the trace names beside the sign-in
   */
  String begin(Tx tx, Membership membership, Proof proof, Browser at) {
    leave(tx, at);
    String cookie =
        sessions.begin(tx, membership, at.kind(), new Sessions.Shown(Optional.empty(), proof));
    Entry entry = Entry.of(Action.SIGN_IN);
    write(tx, membership, proof.word().map(entry::about).orElse(entry));
    return cookie;
  }

  /** Traces in the name of whose account it is that what was shown for it was not taken. */
  void refused(Tx tx, Membership membership, String word) {
    write(tx, membership, Entry.of(Action.SIGN_IN_REFUSED).about(word));
  }

  /**
   * Traces that staff who may do nothing today were not let in: in nobody's name, and saying whose
   * account it is.
   *
   * @param where in which municipalities that is anybody's business
   */
  void ended(Tx tx, AccountId account, Predicate<TenantId> where, String word) {
    accounts.memberships(tx, account).stream()
        .filter(one -> one.kind() == Membership.Kind.STAFF && where.test(one.tenant()))
        .forEach(one ->
            write(
                tx,
                new Actor.Job(one.tenant(), "sign-in"),
                Entry.of(Action.SIGN_IN_REFUSED).about(word, new StaffId(one.member()))));
  }

  /** Ends the session that the browser held so far, in the name of whose it was. */
  private void leave(Tx tx, Browser at) {
    if (at.session().isEmpty()) {
      return;
    }
    sessions
        .signedIn(tx, at.session())
        .map(Sessions.SignedIn::actor)
        .ifPresent(actor -> write(tx, actor, Entry.of(Action.SIGN_OUT).about(REPLACED)));
    sessions.end(tx, at.session());
  }

  private void write(Tx tx, Membership membership, Entry entry) {
    write(tx, sessions.load(tx, membership).orElseThrow(), entry);
  }

  private void write(Tx tx, Actor actor, Entry entry) {
    tx.as(
        actor,
        () -> {
          trace.write(tx, entry);
          return true;
        });
  }

  /** Ends the session. */
  void out(Actor actor, String cookie) {
    database.run(
        actor,
        tx -> {
          sessions.end(tx, cookie);
          trace.write(tx, Entry.of(Action.SIGN_OUT));
        });
  }
}
