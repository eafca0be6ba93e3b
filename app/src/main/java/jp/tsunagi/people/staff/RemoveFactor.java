package jp.tsunagi.people.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.staff.FactorRemoval.Refusal;
import org.springframework.stereotype.Component;

/**
 * Two administrators take off the second factor of somebody who has lost it: one asks, another
 * confirms. Alone nobody could get into the account of a colleague by handing a password.
 */
@Component
final class RemoveFactor {
  private final Database database;
  private final TakeLogin take;
  private final Sessions sessions;
  private final Trace trace;

  RemoveFactor(Database database, TakeLogin take, Sessions sessions, Trace trace) {
    this.database = database;
    this.take = take;
    this.sessions = sessions;
    this.trace = trace;
  }

  /** Why it cannot be asked for by this administrator; empty when it can. */
  Optional<Refusal> whyNotAsk(Tx tx, Actor.Staff actor, StaffMember there) {
    return FactorRemoval.whyNotAsk(
        new FactorRemoval.Case(
            actor.staff(),
            there.id(),
            standing(tx, there).isPresent(),
            StaffRegisterSql.hasOtherAdministrator(
                tx, List.of(actor.staff(), there.id()), tx.today()),
            FactorRemovalSql.waiting(tx, there.id()).isPresent()));
  }

  /** Whether the login is taken off in the place of its second factor: it serves others too. */
  static boolean takesLogin(Tx tx, StaffMember there) {
    return there.login().filter(login -> Accounts.isShared(tx, login.account())).isPresent();
  }

  private static Optional<Instant> standing(Tx tx, StaffMember there) {
    return there.login().flatMap(login -> Factors.standing(tx, login.account()));
  }

  /**
   * Asks for it. Why not; nothing when it waits now.
   *
   * @throws NotFound when the municipality has no such person
   */
  Optional<Refusal> ask(Actor.Staff actor, StaffId staff, String reason) {
    return database.call(actor, tx -> ask(tx, actor, StaffController.there(tx, staff), reason));
  }

  private Optional<Refusal> ask(Tx tx, Actor.Staff actor, StaffMember there, String reason) {
    Optional<Refusal> refusal =
        whyNotAsk(tx, actor, there)
            .or(() -> reason.isBlank() ? Optional.of(Refusal.REASON) : Optional.empty());
    if (refusal.isPresent()) {
      return refusal;
    }
    Instant standing = standing(tx, there).orElseThrow();
    // of two who ask together one does; the other has changed nothing
    if (!tx.besides(() -> FactorRemovalSql.ask(tx, there.id(), standing, reason, actor.staff()))) {
      return Optional.of(Refusal.ASKED);
    }
    trace.write(tx, entry("asked", there.id()).purpose(reason));
    return Optional.empty();
  }

  /**
   * The second administrator agrees: the factor is gone, and every session of the account ends. An
   * account that serves others too keeps its factor, and serves this person no more. Why not;
   * nothing when it was done.
   *
   * @throws NotFound when the municipality has no such person
   */
  Optional<Refusal> confirm(Actor.Staff actor, StaffId staff) {
    return database.call(actor, tx -> confirm(tx, actor, StaffController.there(tx, staff)));
  }

  private Optional<Refusal> confirm(Tx tx, Actor.Staff actor, StaffMember there) {
    Optional<FactorRemoval> waiting = FactorRemovalSql.taken(tx, there.id());
    Optional<Refusal> refusal =
        waiting.isEmpty()
            ? Optional.of(Refusal.OVER)
            : waiting.get().whyNotConfirm(actor.staff(), tx.now(), standing(tx, there));
    if (refusal.isPresent()) {
      return refusal;
    }
    FactorRemovalSql.end(tx, waiting.get().id(), FactorRemovalSql.Outcome.CONFIRMED, actor.staff());
    AccountId account = there.login().orElseThrow().account();
    // the person may join another municipality in this very moment
    Factors.hold(tx, account);
    if (takesLogin(tx, there)) {
      take.from(tx, there.id(), account);
      trace.write(tx, entry("taken", there.id()));
    } else {
      Factors.remove(tx, account);
      sessions.endOthers(tx, account, "");
      trace.write(tx, entry("confirmed", there.id()));
    }
    return Optional.empty();
  }

  /**
   * Any administrator, the one concerned too, puts a stop to it. Whether there was something.
   *
   * @throws NotFound when the municipality has no such person
   */
  boolean withdraw(Actor.Staff actor, StaffId staff) {
    return database.call(actor, tx -> withdraw(tx, actor, StaffController.there(tx, staff).id()));
  }

  private boolean withdraw(Tx tx, Actor.Staff actor, StaffId staff) {
    Optional<FactorRemoval> waiting = FactorRemovalSql.taken(tx, staff);
    waiting.ifPresent(one -> {
      FactorRemovalSql.end(tx, one.id(), FactorRemovalSql.Outcome.WITHDRAWN, actor.staff());
      trace.write(tx, entry("withdrawn", staff));
    });
    return waiting.isPresent();
  }

  private static Entry entry(String what, StaffId staff) {
    return Entry.of(Action.SECOND_FACTOR).about("staff.removal." + what, staff);
  }
}
