package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ACCOUNT;

import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import org.springframework.stereotype.Component;

/**
 * In whose name a command at the terminal works. Whoever may start the program on its data may name
 * anybody; what is done bears that name in the trace.
 */
@Component
public final class Acting {
  private final Database database;
  private final Accounts accounts;
  private final Sessions sessions;

  Acting(Database database, Accounts accounts, Sessions sessions) {
    this.database = database;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /**
   * The staff member of that login as of today; empty when there is none who may act, or when the
   * login works for several municipalities and it is not clear for which.
   */
  public Optional<Actor.Staff> staff(String login) {
    return database.call(
        new Actor.Login(),
        tx ->
            tx
                .sql()
                .select(ACCOUNT.ACCOUNT_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.LOGIN.eq(login))
                .and(ACCOUNT.CLOSED_AT.isNull())
                .fetch(ACCOUNT.ACCOUNT_ID)
                .stream()
                .flatMap(account -> accounts.memberships(tx, account).stream())
                .flatMap(membership -> sessions.load(tx, membership).stream())
                .filter(Actor.Staff.class::isInstance)
                .map(Actor.Staff.class::cast)
                .collect(
                    Collectors.collectingAndThen(
                        Collectors.toList(),
                        all -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty())));
  }
}
