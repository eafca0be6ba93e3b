package jp.tsunagi.people.staff;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;

/**
 * The way back for an administrator who has lost phone, recovery codes or password while nobody
 * else can help: at the terminal of the machine, by whoever may read the secret of the
 * installation. It takes off the second factor, ends every session and hands a password for
 * choosing another; the trace bears the program's name, not that of whoever sat there.
 */
public final class Recovery {
  private static final String TERMINAL = "terminal";

  /** With a number behind it a login still has no more than 64 signs. */
  private static final int LONGEST = 58;

  private final Database database;
  private final Trace trace;
  private final Accounts accounts;

  public Recovery(Database database, Trace trace) {
    this(database, trace, PasswordRounds.USUAL);
  }

  /** For a program that hashes so often. */
  Recovery(Database database, Trace trace, PasswordRounds rounds) {
    this.database = database;
    this.trace = trace;
    this.accounts = new Accounts(new WebConfiguration().passwordEncoder(rounds));
  }

  /**
   * The paper to hand over.
   *
   * @param until when the password opens nothing any more
   */
  public record Slip(String login, String password, Instant until) {
    @Override
    public String toString() {
      return "Slip";
    }
  }

  /**
   * Does it, for each municipality that the login administers today; none where it administers
   * none. A login that serves others too is left alone, and another one is handed in its place.
   */
  public List<Slip> of(String login) {
    String password = Password.suggested(new SecureRandom());
    String hash = accounts.hash(password);
    return database.call(
        new Actor.Login(),
        tx ->
            Accounts.named(tx, login)
                .map(account -> recover(tx, account, login, hash))
                .orElseGet(List::of)
                .stream()
                .map(one -> new Slip(one, password, tx.now().plus(Accounts.HANDED_FOR)))
                .toList());
  }

  /** The logins with which somebody comes in again. */
  private List<String> recover(Tx tx, AccountId account, String login, String hash) {
    Factors.hold(tx, account);
    List<Membership> all = accounts.memberships(tx, account);
    List<Membership> administers = all.stream().filter(one -> administers(tx, one)).toList();
    if (administers.isEmpty()) {
      return List.of();
    }
    if (all.size() > 1) {
      ProviderSubjectSql.forget(tx, account);
      return administers.stream().map(one -> anew(tx, one, login, hash)).toList();
    }
    Factors.remove(tx, account);
    SessionSql.endOthers(tx, account, new byte[0]);
    HalfSignIn.endOf(tx, account);
    accounts.handPassword(tx, account, hash, Id.fresh());
    administers.forEach(one -> leave(tx, one));
    return List.of(login);
  }

  /** Another login for this municipality alone; the first goes on for whatever else it serves. */
  private String anew(Tx tx, Membership one, String login, String hash) {
    StaffId staff = new StaffId(one.member());
    String fresh = opened(tx, login, hash);
    AccountId account = Accounts.named(tx, fresh).orElseThrow();
    tx.as(
        job(one),
        () -> {
          TakeLogin.from(tx, accounts, staff, one.account());
          StaffRegisterSql.give(tx, staff, account);
          Accounts.addMembership(tx, account, Membership.Kind.STAFF, one.member());
          return true;
        });
    leave(tx, one);
    return fresh;
  }

  private String opened(Tx tx, String login, String hash) {
    String stem = login.substring(0, Math.min(login.length(), LONGEST));
    for (int number = 2; ; number++) {
      String fresh = stem + "." + number;
      try {
        accounts.openHanded(tx, fresh, hash, Id.fresh());
        return fresh;
      } catch (Accounts.LoginTaken _) {
        continue;
      }
    }
  }

  private static Actor.Job job(Membership membership) {
    return new Actor.Job(membership.tenant(), TERMINAL);
  }

  private static boolean administers(Tx tx, Membership membership) {
    return membership.kind() == Membership.Kind.STAFF
        && tx.as(
            job(membership),
            () ->
                new StaffSource()
                    .load(tx, membership)
                    .filter(Permission.ADMINISTER::allows)
                    .isPresent());
  }

  /** What is of the municipality: the PIN goes too, and the row of the trace. */
  private void leave(Tx tx, Membership membership) {
    StaffId staff = new StaffId(membership.member());
    tx.as(
        job(membership),
        () -> {
          PinSql.remove(tx, staff);
          trace.write(tx, Entry.of(Action.SECOND_FACTOR).about("staff.recovered", staff));
          return true;
        });
  }
}
