package jp.tsunagi.people.staff;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import org.springframework.stereotype.Component;

/**
 * What follows when somebody has shown who it is: the session, or what is asked for before it. And
 * what stays in the trace when nothing follows.
 */
@Component
final class Arrival {
  private static final String REPLACED = "staff.session.replaced";

  private final Database database;
  private final Sessions sessions;
  private final Choices choices;
  private final Trace trace;

  Arrival(Database database, Sessions sessions, Choices choices, Trace trace) {
    this.database = database;
    this.sessions = sessions;
    this.choices = choices;
    this.trace = trace;
  }

  /** Where somebody goes who has shown everything. */
  sealed interface Onward {
    /** In; the value belongs into the cookie of the session. */
    record In(String cookie, Membership as) implements Onward {
      @Override
      public String toString() {
        return "In";
      }
    }

    /** To the question as whom; the value belongs into a cookie. */
    record Which(String cookie) implements Onward {
      @Override
      public String toString() {
        return "Which";
      }
    }
  }

  /**
   * In, where there is one way only or a page that stands open says whose it is; otherwise as whom
   * is asked for.
   *
   * @param open as whom the person may come in, at least one
   */
  Onward enter(Tx tx, List<Membership> open, Proof proof, Browser at) {
    Optional<Membership> one =
        open.size() == 1 ? Optional.of(open.getFirst()) : choices.marked(open, at.page());
    return one.<Onward>map(as -> new Onward.In(begin(tx, as, proof, at), as))
        .orElseGet(() -> which(tx, open.getFirst(), proof, at));
  }

  /** In the trace of one municipality alone: where somebody is not going, nobody need know when. */
  private Onward which(Tx tx, Membership first, Proof proof, Browser at) {
    leave(tx, at);
    write(tx, first, entry(Action.SIGN_IN_BEGUN, proof));
    return new Onward.Which(
        HalfSignIn.begin(
            tx,
            HalfSignIn.Awaits.MEMBERSHIP,
            new HalfSignIn.Begun(first.account(), proof, Optional.empty())));
  }

  private static Entry entry(Action action, Proof proof) {
    Entry entry = Entry.of(action);
    return proof.word().map(entry::about).orElse(entry);
  }

  /**
   * The password was right, or what stood in its place: the second factor comes next.
   *
   * @param open as whom the person may come in, at least one
   * @param who whom the identity provider means, where it stood in its place
   * @return the value of the cookie
   */
  String half(Tx tx, List<Membership> open, Browser at, Optional<ProviderSubject> who) {
    Proof by = who.isPresent() ? Proof.provider(false) : Proof.PASSWORD;
    Membership first = choices.marked(open, at.page()).orElse(open.getFirst());
    leave(tx, at);
    write(tx, first, entry(Action.SIGN_IN_BEGUN, by));
    return HalfSignIn.begin(
        tx, HalfSignIn.Awaits.FACTOR, new HalfSignIn.Begun(first.account(), by, who));
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
    write(tx, membership, entry(Action.SIGN_IN, proof));
    Accounts.chose(tx, membership);
    return cookie;
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

  /**
   * Traces, wherever the account may act, in the name of whose it is that what was shown for it was
   * not taken.
   */
  void refused(Tx tx, List<Membership> open, String word) {
    open.forEach(as -> write(tx, as, Entry.of(Action.SIGN_IN_REFUSED).about(word)));
  }

  /**
   * Traces that staff who may do nothing today were not let in: in nobody's name, and saying whose
   * account it is.
   */
  void ended(Tx tx, List<Membership> staff, String word) {
    staff.forEach(one ->
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

  void write(Tx tx, Actor actor, Entry entry) {
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
