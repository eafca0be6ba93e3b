package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Ways in beside the sign-in page, with the same throttle and the same session. */
@Component
public final class Entrance {
  private final Database database;
  private final SignIn signIn;
  private final ClientAddress addresses;

  Entrance(Database database, SignIn signIn, ClientAddress addresses) {
    this.database = database;
    this.signIn = signIn;
    this.addresses = addresses;
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
    var who = new Throttle.Subject(way, addresses.of(request), Optional.empty());
    return database.call(new Actor.Login(), tx -> Throttle.admit(tx, who))
            instanceof Throttle.Admission.After admission
        ? Optional.of(new Admitted(admission))
        : Optional.empty();
  }

  /** The try was no guess: it does not count any more. */
  public static void succeeded(Tx tx, Admitted admitted) {
    Throttle.succeeded(tx, admitted.admission);
  }

  /** Begins the session of somebody who has shown who it is; traced as a sign-in. */
  public Welcome welcome(Tx tx, Membership membership, Admitted admitted) {
    succeeded(tx, admitted);
    return new Welcome(SignInController.cookie(signIn.begin(tx, membership, Optional.empty()), -1));
  }

  /** The header that keeps the session at the browser. */
  public record Welcome(String cookie) {
    public static final String HEADER = HttpHeaders.SET_COOKIE;

    @Override
    public String toString() {
      return "Welcome";
    }
  }
}
