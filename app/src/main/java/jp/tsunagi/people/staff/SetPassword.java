package jp.tsunagi.people.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import org.springframework.stereotype.Component;

/**
 * An administrator hands a staff member a new password, or a first account. All sessions of the
 * account end, and its owner must choose an own password before anything else: a takeover by the
 * administrator would not stay unnoticed.
 */
@Component
final class SetPassword {
  private final Database database;
  private final Accounts accounts;
  private final Sessions sessions;
  private final TakeLogin take;
  private final Trace trace;

  SetPassword(
      Database database, Accounts accounts, Sessions sessions, TakeLogin take, Trace trace) {
    this.take = take;
    this.database = database;
    this.accounts = accounts;
    this.sessions = sessions;
    this.trace = trace;
  }

  /**
   * Hands it. A slip that comes back from the browser's history, or a password of an old slip, sets
   * nothing: whoever finds the paper must not come in with it.
   *
   * @param form the id of the form, good for one time
   * @param typed the login counts only where the person has no account yet
   * @throws NotFound when the municipality has no such person
   */
  Handing with(Actor.Staff actor, StaffId staff, UUID form, StaffDraft.Account typed) {
    Before before = database.call(actor, tx -> before(tx, staff, form));
    if (before.sent()) {
      return new Handing.Already();
    }
    if (before.last().filter(last -> accounts.isRight(last, typed.password())).isPresent()) {
      return new Handing.Refused(List.of(FieldRefusal.of("password", "staff.refused.handed")));
    }
    String hash = accounts.hash(typed.password());
    try {
      return database.call(actor, tx -> set(tx, actor, staff, typed, new Fresh(hash, form)));
    } catch (Accounts.LoginTaken _) {
      return new Handing.Refused(
          List.of(FieldRefusal.of("login", "staff.refused.taken", typed.login())));
    }
  }

  /**
   * What was handed before.
   *
   * @param sent whether by this very form
   */
  private record Before(boolean sent, Optional<Accounts.Kept> last) {}

  private record Fresh(String hash, UUID form) {
    @Override
    public String toString() {
      return "Fresh";
    }
  }

  private static Before before(Tx tx, StaffId staff, UUID form) {
    return StaffRegisterSql.find(tx, staff)
        .orElseThrow(NotFound::new)
        .login()
        .map(StaffMember.Login::account)
        .map(account ->
            new Before(Accounts.isHandedBy(tx, account, form), Accounts.handedLast(tx, account)))
        .orElseGet(() -> new Before(false, Optional.empty()));
  }

  private Handing set(
      Tx tx, Actor.Staff actor, StaffId staff, StaffDraft.Account typed, Fresh fresh) {
    StaffMember there = StaffRegisterSql.find(tx, staff).orElseThrow(NotFound::new);
    // the person may join another municipality in this very moment
    there.login().ifPresent(login -> Factors.hold(tx, login.account()));
    Shared shared = shared(tx, there);
    List<FieldRefusal> refusals = refusals(actor, there, shared, typed, NamesHere.of(tx, staff));
    if (!refusals.isEmpty()) {
      return new Handing.Refused(refusals);
    }
    if (shared == Shared.FREE) {
      take.from(tx, staff, there.login().orElseThrow().account());
    }
    if (there.login().isEmpty() || shared == Shared.FREE) {
      open(tx, staff, typed.login(), fresh);
    } else if (!replace(tx, there.login().get().account(), fresh)) {
      return new Handing.Already();
    }
    trace.write(tx, Entry.of(Action.PASSWORD_SET).about("staff.password", staff));
    return new Handing.Done();
  }

  /** Whether the login of somebody serves others too. */
  enum Shared {
    /** It does not. */
    NO,
    /**
     * It does: its password stays the person's, and another login is handed for this municipality.
     */
    FREE,
    /** The same, with a second factor: two administrators take the login off first. */
    BY_TWO
  }

  static Shared shared(Tx tx, StaffMember there) {
    return there
        .login()
        .map(StaffMember.Login::account)
        .filter(account -> Accounts.isShared(tx, account))
        .map(account -> Factors.isOn(tx, account) ? Shared.BY_TWO : Shared.FREE)
        .orElse(Shared.NO);
  }

  private static List<FieldRefusal> refusals(
      Actor.Staff actor,
      StaffMember there,
      Shared shared,
      StaffDraft.Account typed,
      List<String> names) {
    if (there.id().equals(actor.staff())) {
      return List.of(FieldRefusal.of("password", "staff.refused.yours"));
    }
    if (shared == Shared.BY_TWO) {
      return List.of(FieldRefusal.of("password", "staff.refused.shared"));
    }
    String login =
        shared == Shared.FREE
            ? typed.login()
            : there.login().map(StaffMember.Login::name).orElse(typed.login());
    return login.isEmpty()
        ? List.of(FieldRefusal.of("login", "staff.refused.missing.login"))
        : StaffRules.check(new StaffDraft.Account(login, typed.password()), names);
  }

  private boolean replace(Tx tx, AccountId account, Fresh fresh) {
    boolean handed = accounts.handPassword(tx, account, fresh.hash(), fresh.form());
    if (handed) {
      sessions.endOthers(tx, account, "");
    }
    return handed;
  }

  private void open(Tx tx, StaffId staff, String login, Fresh fresh) {
    StaffInvitationSql.end(tx, staff);
    AccountId account = accounts.openHanded(tx, login, fresh.hash(), fresh.form());
    StaffRegisterSql.give(tx, staff, account);
    Accounts.addMembership(tx, account, Membership.Kind.STAFF, staff.value());
  }
}
