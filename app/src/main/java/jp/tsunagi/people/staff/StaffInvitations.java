package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.staff.StaffInvitationSql.Found;
import org.springframework.stereotype.Component;

/**
 * 職員への合言葉: a code instead of a password. Whoever gets it chooses login and password, or comes in
 * with the login she or he has already, in another municipality or as family; the administrator
 * does not learn before which of these it will be. It works once, for fourteen days.
 */
@Component
final class StaffInvitations implements Inviting {
  /** How long a code works. */
  static final Duration VALID = Duration.ofDays(14);

  /** Nothing else is asked for beside it, so it is longer than that of a guardian. */
  private static final int GROUPS = 3;

  private static final String JOB = "invitation";

  private final Database database;
  private final Accounts accounts;
  private final Trace trace;

  StaffInvitations(Database database, Accounts accounts, Trace trace) {
    this.database = database;
    this.accounts = accounts;
    this.trace = trace;
  }

  /** A code that was made just now; shown once, kept nowhere. */
  record Issued(String code, Instant expires) {
    @Override
    public String toString() {
      return "Issued";
    }
  }

  /**
   * Makes one for somebody who has no account yet.
   *
   * @throws NotFound when the municipality has no such person, or the person has an account
   */
  Issued issue(Actor.Staff actor, StaffId staff) {
    InvitationCode code = InvitationCode.fresh(GROUPS);
    byte[] hash = code.digest();
    return database.call(
        actor,
        tx -> {
          if (StaffController.there(tx, staff).login().isPresent()) {
            throw new NotFound();
          }
          Instant expires = tx.now().plus(VALID);
          StaffInvitationSql.add(tx, staff, hash, expires);
          trace.write(tx, Entry.of(Action.ACCOUNT).about("staff.invitation.issued", staff));
          return new Issued(code.shown(), expires);
        });
  }

  @Override
  public Membership.Kind kind() {
    return Membership.Kind.STAFF;
  }

  @Override
  public Optional<Invited> invited(Tx tx, byte[] hash) {
    return there(tx, hash, found -> invited(tx, found.staff()));
  }

  /** What a password of whoever is invited must not hold; none where the code is not good. */
  List<String> names(Tx tx, byte[] hash) {
    return there(tx, hash, found -> NamesHere.of(tx, found.staff())).orElseGet(List::of);
  }

  private interface There<T> {
    T is(Found found);
  }

  /** Does something in the municipality of a code that is good. */
  private <T> Optional<T> there(Tx tx, byte[] hash, There<T> work) {
    return StaffInvitationSql.municipality(tx, hash)
        .flatMap(tenant ->
            tx.as(
                new Actor.Job(tenant, JOB),
                () -> StaffInvitationSql.find(tx, hash).filter(Found::good).map(work::is)));
  }

  private static Invited invited(Tx tx, StaffId staff) {
    StaffMember there = StaffController.there(tx, staff);
    List<HeldPost> posts = StaffRegisterSql.posts(tx, staff, tx.today());
    String role =
        posts.stream()
            .filter(held -> held.standing() != HeldPost.Standing.REFUSED)
            .map(held -> held.organisationName() + "　" + StaffListController.post(held))
            .distinct()
            .collect(Collectors.joining(t("staff.post.comma")));
    return new Invited(
        tx.tenant(),
        Membership.Kind.STAFF,
        staff.value(),
        Municipality.name(tx),
        there.name(),
        role.isEmpty() ? t("staff.invitation.nopost") : role);
  }

  /** A code that works no more was tried: its municipality learns whose it was. */
  void late(Tx tx, byte[] hash) {
    StaffInvitationSql.municipality(tx, hash)
        .ifPresent(tenant -> tx.as(new Actor.Job(tenant, JOB), () -> lateThere(tx, hash)));
  }

  private boolean lateThere(Tx tx, byte[] hash) {
    StaffInvitationSql.find(tx, hash)
        .ifPresent(found ->
            trace.write(
                tx,
                Entry.of(Action.SIGN_IN_REFUSED).about("staff.invitation.late", found.staff())));
    return true;
  }

  @Override
  public Optional<Membership> join(Tx tx, byte[] hash, AccountId account) {
    return there(tx, hash, found -> use(tx, found, account, "staff.invitation.joined"));
  }

  /**
   * Opens an account of the person's own choice. Empty when the code is good no more.
   *
   * @throws Accounts.LoginTaken when somebody else has that login
   */
  Optional<Membership> open(Tx tx, byte[] hash, String login, String passwordHash) {
    return there(
        tx,
        hash,
        found -> use(tx, found, accounts.open(tx, login, passwordHash), "staff.invitation.opened"));
  }

  private Membership use(Tx tx, Found found, AccountId account, String word) {
    StaffInvitationSql.use(tx, found);
    StaffRegisterSql.give(tx, found.staff(), account);
    Accounts.addMembership(tx, account, Membership.Kind.STAFF, found.staff().value());
    trace.write(tx, Entry.of(Action.ACCOUNT).about(word, found.staff()));
    return new Membership(account, tx.tenant(), Membership.Kind.STAFF, found.staff().value());
  }
}
