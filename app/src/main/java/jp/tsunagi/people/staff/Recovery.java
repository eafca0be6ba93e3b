package jp.tsunagi.people.staff;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  /** Does it; empty when nobody of that login administers a municipality today. */
  public Optional<Slip> of(String login) {
    String password = Password.suggested(new SecureRandom());
    String hash = accounts.hash(password);
    return database
        .call(
            new Actor.Login(), tx -> Accounts.named(tx, login).flatMap(id -> recover(tx, id, hash)))
        .map(until -> new Slip(login, password, until));
  }

  private Optional<Instant> recover(Tx tx, AccountId account, String hash) {
    List<Membership> administers =
        accounts.memberships(tx, account).stream().filter(one -> administers(tx, one)).toList();
    if (administers.isEmpty()) {
      return Optional.empty();
    }
    Factors.remove(tx, account);
    SessionSql.endOthers(tx, account, new byte[0]);
    HalfSignIn.endOf(tx, account);
    accounts.handPassword(tx, account, hash, Id.fresh());
    administers.forEach(one -> leave(tx, one));
    return Optional.of(tx.now().plus(Accounts.HANDED_FOR));
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
