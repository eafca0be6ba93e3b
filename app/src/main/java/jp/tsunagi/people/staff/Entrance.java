package jp.tsunagi.people.staff;

import jp.tsunagi.base.database.Tx;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Ways in beside the sign-in page, with the same throttle and the same session. */
@Component
public final class Entrance {
  private final SignIn signIn;

  Entrance(SignIn signIn) {
    this.signIn = signIn;
  }

  /** Whether this address must wait before it tries this way again. */
  public static boolean mustWait(Tx tx, String way, String address) {
    return Throttle.mustWait(tx, way, address);
  }

  /** Notes a failure. */
  public static void failed(Tx tx, String way, String address) {
    Throttle.failed(tx, way, address);
  }

  /** Begins the session of somebody who has shown who it is; traced as a sign-in. */
  public Welcome welcome(Tx tx, Membership membership, String way, String address) {
    Throttle.succeeded(tx, way, address);
    return new Welcome(SignInController.cookie(signIn.begin(tx, membership), -1));
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
