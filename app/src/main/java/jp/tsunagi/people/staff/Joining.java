package jp.tsunagi.people.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/**
 * Somebody who has a login is invited elsewhere: in another municipality, or as family. What is
 * joined is told first; neither municipality learns of the other.
 */
@Component
final class Joining {
  private final Database database;
  private final Accounts accounts;
  private final FactorSeal seal;
  private final Map<Membership.Kind, Inviting> ways;

  Joining(Database database, Accounts accounts, FactorSeal seal, List<Inviting> ways) {
    this.database = database;
    this.accounts = accounts;
    this.seal = seal;
    this.ways = ways.stream().collect(Collectors.toMap(Inviting::kind, Function.identity()));
  }

  /** What stands before whoever came with a code. */
  sealed interface Seen {
    /** It may be joined. */
    record Open(Invited invited, String login) implements Seen {}

    /** It may be, but not in this session. */
    record Anew(Invited invited, Switching.Refusal why) implements Seen {}

    /** The account acts there in that way already, as the same person or as another. */
    record Already(Invited invited, boolean same) implements Seen {}

    /** The code works no more, or was shown too long ago. */
    record Over() implements Seen {}

    /** It was joined just now. */
    record Joined(Invited invited) implements Seen {}
  }

  /** What the code of this browser would open, whoever is there; empty when nothing. */
  Optional<Invited> invited(String cookie) {
    return database.call(new Actor.Login(), tx -> ticket(tx, cookie).flatMap(one -> of(tx, one)));
  }

  Optional<InvitationTicket> ticket(Tx tx, String cookie) {
    return InvitationTicket.of(seal, cookie, tx.now());
  }

  /** A code that is good was shown at that browser; the value belongs into a cookie. */
  String shown(Tx tx, Membership.Kind kind, byte[] hash, Browser at) {
    return InvitationTicket.shown(tx, kind, hash, at).sealed(seal);
  }

  private Optional<Invited> of(Tx tx, InvitationTicket ticket) {
    return way(ticket).flatMap(way -> way.invited(tx, ticket.hash()));
  }

  private Optional<Inviting> way(InvitationTicket ticket) {
    return Optional.ofNullable(ways.get(ticket.kind()));
  }

  /** What somebody signed in would join. */
  Seen look(Browser at, String cookie) {
    return database.call(new Actor.Login(), tx -> look(tx, at, cookie));
  }

  private Seen look(Tx tx, Browser at, String cookie) {
    Optional<Switching> from = SessionSql.switching(tx, Sessions.digest(at.session()));
    Optional<Invited> invited =
        ticket(tx, cookie)
            .filter(one -> from.filter(it -> one.isOf(it.as().account())).isPresent())
            .flatMap(one -> of(tx, one));
    return from.isEmpty() || invited.isEmpty()
        ? new Seen.Over()
        : look(tx, from.get(), invited.get());
  }

  private Seen look(Tx tx, Switching from, Invited invited) {
    if (from.boundBy().isPresent()) {
      // nor is it said whether the login acts there already
      return new Seen.Anew(invited, from.boundBy().get());
    }
    AccountId account = from.as().account();
    Membership to = invited.of(account);
    Optional<Membership> there =
        accounts.memberships(tx, account).stream()
            .filter(one -> one.tenant().equals(to.tenant()) && one.kind() == to.kind())
            .findFirst();
    if (there.isPresent()) {
      return new Seen.Already(invited, there.get().equals(to));
    }
    return from.whyNot(to, Factors.isOn(tx, account), Optional.empty())
        .<Seen>map(why -> new Seen.Anew(invited, why))
        .orElseGet(() -> new Seen.Open(invited, accounts.login(tx, account)));
  }

  /** Joins it, as it stands at this moment. */
  Seen join(Browser at, String cookie) {
    return database.call(new Actor.Login(), tx -> join(tx, at, cookie));
  }

  private Seen join(Tx tx, Browser at, String cookie) {
    // an administrator who hands a password in this very moment waits, and finds two memberships
    SessionSql.switching(tx, Sessions.digest(at.session()))
        .ifPresent(from -> Factors.hold(tx, from.as().account()));
    Seen seen = look(tx, at, cookie);
    if (!(seen instanceof Seen.Open(Invited invited, _))) {
      return seen;
    }
    AccountId account =
        SessionSql.switching(tx, Sessions.digest(at.session())).orElseThrow().as().account();
    return ticket(tx, cookie)
        .flatMap(one -> way(one).flatMap(way -> way.join(tx, one.hash(), account)))
        .<Seen>map(_ -> {
          // what was begun before, by whomever, opens nothing of what was joined
          HalfSignIn.endOf(tx, account);
          SessionSql.endOthers(tx, account, Sessions.digest(at.session()));
          return new Seen.Joined(invited);
        })
        .orElseGet(Seen.Over::new);
  }
}
