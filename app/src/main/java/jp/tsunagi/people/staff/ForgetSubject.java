package jp.tsunagi.people.staff;

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
import org.springframework.stereotype.Component;

/**
 * An administrator forgets who a colleague is at the identity provider: because the person has
 * another account there now, or because the wrong one was kept. All sessions of the account end; of
 * one that serves others too, those of this municipality.
 */
@Component
final class ForgetSubject {
  private final Database database;
  private final Provider provider;
  private final Sessions sessions;
  private final Trace trace;

  ForgetSubject(Database database, Provider provider, Sessions sessions, Trace trace) {
    this.database = database;
    this.provider = provider;
    this.sessions = sessions;
    this.trace = trace;
  }

  /**
   * The account of which this administrator may forget it: not one's own, one with something kept,
   * in the municipality for which the provider speaks.
   */
  Optional<AccountId> of(Tx tx, Actor.Staff actor, StaffMember there) {
    return there
        .login()
        .map(StaffMember.Login::account)
        .filter(_ -> !there.id().equals(actor.staff()) && speaksFor(actor))
        .filter(account -> ProviderSubjectSql.any(tx, account));
  }

  private boolean speaksFor(Actor.Staff actor) {
    return provider
        .settings()
        .flatMap(ProviderSettings::municipality)
        .map(actor.tenant()::equals)
        .orElse(true);
  }

  /**
   * Forgets it.
   *
   * @throws NotFound when the municipality has no such person, or nothing is kept that this
   *     administrator may forget
   */
  void with(Actor.Staff actor, StaffId staff) {
    database.run(
        actor,
        tx -> {
          AccountId account =
              of(tx, actor, StaffController.there(tx, staff)).orElseThrow(NotFound::new);
          ProviderSubjectSql.forget(tx, account);
          if (Accounts.isShared(tx, account)) {
            SessionSql.endOf(
                tx, new Membership(account, tx.tenant(), Membership.Kind.STAFF, staff.value()));
          } else {
            sessions.endOthers(tx, account, "");
          }
          trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.provider.forgotten", staff));
        });
  }
}
