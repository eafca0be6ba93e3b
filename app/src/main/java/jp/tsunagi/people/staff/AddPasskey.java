package jp.tsunagi.people.staff;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.PublicAddress;
import org.springframework.stereotype.Component;

/**
 * Somebody signed in registers a passkey; sessions elsewhere end. For staff the first one is the
 * second factor, and recovery codes come with it. A guardian's must ask for finger, face or PIN,
 * because it signs in alone.
 */
@Component
final class AddPasskey {
  private final Database database;
  private final Passkeys passkeys;
  private final SecondFactors factors;
  private final Sessions sessions;
  private final Trace trace;

  AddPasskey(
      Database database, Passkeys passkeys, SecondFactors factors, Sessions sessions, Trace trace) {
    this.database = database;
    this.passkeys = passkeys;
    this.factors = factors;
    this.sessions = sessions;
    this.trace = trace;
  }

  /**
   * What was sent.
   *
   * @param cookie of the session that stays, at which the question was made
   */
  record Request(String name, String answer, PublicAddress.Origin here, String cookie) {
    Request {
      name = name.strip();
    }

    @Override
    public String toString() {
      return "Request";
    }
  }

  /** What came of it. */
  sealed interface Outcome {
    /** It is registered; recovery codes are shown now and never again, if it came with any. */
    record Done(List<RecoveryCode> codes) implements Outcome {
      public Done {
        codes = List.copyOf(codes);
      }
    }

    /** The name is missing or too long, or there are too many. */
    record Unnamed(FieldRefusal why) implements Outcome {}

    /** What the authenticator said is not taken. */
    record Refused(PasskeyRefusal why) implements Outcome {}
  }

  Outcome with(Actor actor, Request request) {
    return database.call(actor, tx -> with(tx, actor, request));
  }

  private Outcome with(Tx tx, Actor actor, Request request) {
    AccountId account = ChangeOwnPassword.account(actor);
    // of two that are added together the second is counted after the first
    Factors.hold(tx, account);
    Optional<FieldRefusal> problem = problem(request.name(), PasskeySql.of(tx, account).size());
    if (problem.isPresent()) {
      return new Outcome.Unnamed(problem.get());
    }
    var said =
        new Passkeys.Said(
            request.answer(), request.here(), PasskeyChallenge.Purpose.add(request.cookie()));
    return switch (passkeys.offered(tx, said, actor instanceof Actor.Guardian)) {
      case Passkeys.Offered.Not(PasskeyRefusal why) -> refused(tx, why);
      case Passkeys.Offered.Key key -> add(tx, actor, request, key);
    };
  }

  static Optional<FieldRefusal> problem(String name, int there) {
    if (there >= Passkey.MOST) {
      return Optional.of(FieldRefusal.of("name", "staff.passkey.refused.many", Passkey.MOST));
    }
    int length = name.codePointCount(0, name.length());
    return length == 0 || length > Passkey.LONGEST_NAME
        ? Optional.of(FieldRefusal.of("name", "staff.passkey.refused.name", Passkey.LONGEST_NAME))
        : Optional.empty();
  }

  private Outcome refused(Tx tx, PasskeyRefusal why) {
    trace.write(tx, Entry.of(Action.SECOND_FACTOR).about(why.key()));
    return new Outcome.Refused(why);
  }

  private Outcome add(Tx tx, Actor actor, Request request, Passkeys.Offered.Key key) {
    AccountId account = ChangeOwnPassword.account(actor);
    boolean first = actor instanceof Actor.Staff && !Factors.isOn(tx, account);
    var one =
        new Passkey(
            Id.fresh(),
            account,
            request.name(),
            key.credential(),
            key.attested(),
            key.count(),
            key.kept(),
            tx.now(),
            Optional.empty());
    if (!tx.besides(() -> PasskeySql.add(tx, one))) {
      return refused(tx, PasskeyRefusal.TAKEN);
    }
    trace.write(tx, Entry.of(Action.SECOND_FACTOR).about("staff.passkey.added " + one.id()));
    sessions.endOthers(tx, account, request.cookie());
    return new Outcome.Done(first ? begun(tx, account, request.cookie()) : List.of());
  }

  private List<RecoveryCode> begun(Tx tx, AccountId account, String cookie) {
    sessions.factorSet(tx, cookie);
    return factors.renew(tx, account);
  }
}
