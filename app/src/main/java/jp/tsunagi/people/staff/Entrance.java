package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/** Ways in beside the sign-in page, with the same throttle and the same session. */
@Component
public final class Entrance {
  private final Database database;
  private final Arrival arrival;
  private final Browsers browsers;
  private final FactorSeal seal;

  Entrance(Database database, Arrival arrival, Browsers browsers, FactorSeal seal) {
    this.database = database;
    this.arrival = arrival;
    this.browsers = browsers;
    this.seal = seal;
  }

  /** A try that may be made; it is counted until {@link #succeeded}. */
  public static final class Admitted {
    private final Throttle.Admission.After admission;

    private Admitted(Throttle.Admission.After admission) {
      this.admission = admission;
    }
  }

  /**
   * Counts a try of whoever sent the request, before it is made and in a transaction of its own;
   * empty when that address must wait before it tries this way again.
   */
  public Optional<Admitted> admit(String way, HttpServletRequest request) {
    var who = new Throttle.Subject(way, browsers.of(request).address(), Optional.empty());
    return database.call(new Actor.Login(), tx -> Throttle.admit(tx, who))
            instanceof Throttle.Admission.After admission
        ? Optional.of(new Admitted(admission))
        : Optional.empty();
  }

  /** The try was no guess: it does not count any more. */
  public static void succeeded(Tx tx, Admitted admitted) {
    Throttle.succeeded(tx, admitted.admission);
  }

  /**
   * Begins the session of somebody who has shown who it is; traced as a sign-in. Whoever was signed
   * in at that browser is so no longer.
   */
  public Welcome welcome(
      Tx tx, Membership membership, Admitted admitted, HttpServletRequest request) {
    succeeded(tx, admitted);
    return new Welcome(arrival.begin(tx, membership, Proof.PASSWORD, browsers.of(request)));
  }

  /** Keeps the session at the browser, once the transaction that began it is over. */
  public void keep(Welcome welcome, HttpServletRequest request, HttpServletResponse response) {
    browsers.welcome(request, response, welcome.cookie);
  }

  /**
   * Keeps at the browser that a code was shown there, which is good. What it opens is joined at
   * {@link #joining}, by whoever has a login already.
   *
   * @param hash digest of the code
   */
  public void invited(Membership.Kind kind, byte[] hash, HttpServletResponse response) {
    String ticket =
        database.call(
            new Actor.Login(), tx -> new InvitationTicket(kind, hash, tx.now()).sealed(seal));
    Browsers.invited(response, ticket);
  }

  /** Where a login that is there already joins what a code opens. */
  public static String joining() {
    return AccountInvitationController.URL;
  }

  /** A session that has begun. */
  public static final class Welcome {
    private final String cookie;

    private Welcome(String cookie) {
      this.cookie = cookie;
    }
  }
}
