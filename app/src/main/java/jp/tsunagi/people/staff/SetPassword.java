package jp.tsunagi.people.staff;

import java.util.List;
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
  private final Trace trace;

  SetPassword(Database database, Accounts accounts, Sessions sessions, Trace trace) {
    this.database = database;
    this.accounts = accounts;
    this.sessions = sessions;
    this.trace = trace;
  }

  /**
   * What is wrong; nothing when it was set.
   *
   * @param typed the login counts only where the person has no account yet
   * @throws NotFound when the municipality has no such person
   */
  List<FieldRefusal> with(Actor.Staff actor, StaffId staff, StaffDraft.Account typed) {
    String hash = accounts.hash(typed.password());
    try {
      return database.call(actor, tx -> set(tx, actor, staff, typed, hash));
    } catch (Accounts.LoginTaken _) {
      return List.of(FieldRefusal.of("login", "staff.refused.taken", typed.login()));
    }
  }

  private List<FieldRefusal> set(
      Tx tx, Actor.Staff actor, StaffId staff, StaffDraft.Account typed, String hash) {
    StaffMember there = StaffRegisterSql.find(tx, staff).orElseThrow(NotFound::new);
    List<FieldRefusal> refusals = refusals(tx, actor, there, typed);
    if (refusals.isEmpty()) {
      there
          .login()
          .ifPresentOrElse(
              login -> replace(tx, login.account(), hash),
              () -> open(tx, staff, typed.login(), hash));
      trace.write(tx, Entry.of(Action.PASSWORD_SET).about("staff.password", staff));
    }
    return refusals;
  }

  private List<FieldRefusal> refusals(
      Tx tx, Actor.Staff actor, StaffMember there, StaffDraft.Account typed) {
    if (there.id().equals(actor.staff())) {
      return List.of(FieldRefusal.of("password", "staff.refused.yours"));
    }
    if (there.login().isPresent()
        && accounts.memberships(tx, there.login().get().account()).size() > 1) {
      return List.of(FieldRefusal.of("password", "staff.refused.shared"));
    }
    String login = there.login().map(StaffMember.Login::name).orElse(typed.login());
    return login.isEmpty()
        ? List.of(FieldRefusal.of("login", "staff.refused.missing.login"))
        : StaffRules.check(new StaffDraft.Account(login, typed.password()));
  }

  private void replace(Tx tx, AccountId account, String hash) {
    accounts.handPassword(tx, account, hash);
    sessions.endOthers(tx, account, "");
  }

  private void open(Tx tx, StaffId staff, String login, String hash) {
    AccountId account = accounts.openHanded(tx, login, hash);
    StaffRegisterSql.give(tx, staff, account);
    Accounts.addMembership(tx, account, Membership.Kind.STAFF, staff.value());
  }
}
