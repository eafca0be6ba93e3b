package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import org.springframework.stereotype.Component;

/** ログイン中の端末: where somebody is signed in, and ending it from elsewhere (F1). */
@Component
final class SessionList {
  private final Database database;
  private final Trace trace;

  SessionList(Database database, Trace trace) {
    this.database = database;
    this.trace = trace;
  }

  /**
   * One session, in words.
   *
   * @param here it is the one of this browser
   */
  record Line(UUID id, String browser, String since, String seen, boolean here) {
    private static Line of(SessionSql.Listed one, byte[] here) {
      return new Line(
          one.id(),
          one.browser().words(),
          t("staff.session.since", StaffWords.moment(one.begun()), one.by().words(one.provider())),
          t("staff.session.seen", StaffWords.moment(one.seen())),
          MessageDigest.isEqual(one.token(), here));
    }
  }

  /** One's own, the one of this cookie first. */
  List<Line> own(Actor actor, String cookie) {
    return database.call(actor, tx -> own(tx, actor, cookie));
  }

  private static List<Line> own(Tx tx, Actor actor, String cookie) {
    byte[] here = Sessions.digest(cookie);
    return seen(tx, actor, here).stream()
        .map(one -> Line.of(one, here))
        .sorted(java.util.Comparator.comparing(line -> !line.here()))
        .toList();
  }

  /**
   * All of the account; from a session that a municipality's terminal or provider has opened those
   * of the same member alone.
   */
  private static List<SessionSql.Listed> seen(Tx tx, Actor actor, byte[] here) {
    Optional<Switching> from = SessionSql.switching(tx, here);
    return SessionSql.of(tx, ChangeOwnPassword.account(actor)).stream()
        .filter(one ->
            from.filter(it -> it.boundBy().isEmpty() || it.as().equals(one.as())).isPresent())
        .toList();
  }

  /**
   * Ends one of one's own.
   *
   * @throws NotFound when there is none of that name, or it is over
   */
  void end(Actor actor, UUID id, String cookie) {
    database.run(
        actor,
        tx -> {
          if (seen(tx, actor, Sessions.digest(cookie)).stream()
              .noneMatch(one -> one.id().equals(id))) {
            throw new NotFound();
          }
          SessionSql.end(tx, id);
          trace.write(tx, Entry.of(Action.SIGN_OUT).about("staff.session.ended.one"));
        });
  }

  /** Ends all of one's own that are seen from here but the one of this cookie. */
  void endOthers(Actor actor, String cookie) {
    database.run(
        actor,
        tx -> {
          byte[] here = Sessions.digest(cookie);
          SessionSql.switching(tx, here).ifPresent(from -> endOthers(tx, from, here));
          trace.write(tx, Entry.of(Action.SIGN_OUT).about("staff.session.ended.others"));
        });
  }

  private static void endOthers(Tx tx, Switching from, byte[] here) {
    if (from.boundBy().isPresent()) {
      SessionSql.endOthers(tx, from.as(), here);
    } else {
      HalfSignIn.endOf(tx, from.as().account());
      SessionSql.endOthers(tx, from.as().account(), here);
    }
  }

  /** Those of a staff member of this municipality, for its administrator. */
  static List<Line> of(Tx tx, StaffMember there) {
    return membership(tx, there).stream()
        .flatMap(as -> SessionSql.of(tx, as.account()).stream().filter(one -> one.as().equals(as)))
        .map(one -> Line.of(one, new byte[0]))
        .toList();
  }

  /** An administrator ends all of a staff member, here; not what serves another municipality. */
  void endAll(Actor.Staff actor, StaffId staff) {
    database.run(
        actor,
        tx -> {
          membership(tx, StaffController.there(tx, staff))
              .ifPresent(as -> {
                HalfSignIn.endOf(tx, as.account());
                SessionSql.endOf(tx, as);
                Accounts.sessionsEnded(tx, as);
              });
          trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.session.ended.all", staff));
        });
  }

  private static Optional<Membership> membership(Tx tx, StaffMember there) {
    return there
        .login()
        .map(login ->
            new Membership(
                login.account(), tx.tenant(), Membership.Kind.STAFF, there.id().value()));
  }
}
