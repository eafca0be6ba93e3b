package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
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
  private final Devices devices;
  private final FactorSeal seal;
  private final Joining joining;

  Entrance(
      Database database,
      Arrival arrival,
      Browsers browsers,
      Devices devices,
      FactorSeal seal,
      Joining joining) {
    this.database = database;
    this.arrival = arrival;
    this.browsers = browsers;
    this.devices = devices;
    this.seal = seal;
    this.joining = joining;
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
    return admit(new Throttle.Subject(way, browsers.of(request).address(), Optional.empty()));
  }

  /**
   * The same of a one-time code, counted with what is typed: whoever tries another code at that
   * address is not stopped by it, nor is a browser at which somebody came in before by what
   * strangers beside it try.
   */
  public Optional<Admitted> admit(String way, InvitationCode code, HttpServletRequest request) {
    return admit(way, code, browsers.of(request));
  }

  Optional<Admitted> admit(String way, InvitationCode code, Browser at) {
    // a keyed digest: from one that anybody can make a code of eight letters is found soon
    String typed = HexFormat.of().formatHex(seal.digest("invitation " + code.letters()));
    return admit(new Throttle.Subject(way, typed, at.address(), devices.known(at.device())));
  }

  /**
   * Counts a try of whoever holds a one-time code with which another word must go (a birth date, a
   * login that is free): that word could be guessed from browser after browser, so all tries with
   * the code have one limit. Whether it may be made.
   */
  public boolean admitHolder(String way, InvitationCode code) {
    return database.call(new Actor.Login(), tx -> Throttle.admitHolder(tx, way, held(code)));
  }

  /** The other word was right: that try does not count. */
  public void holderWasRight(String way, InvitationCode code) {
    database.run(new Actor.Login(), tx -> Throttle.holderWasRight(tx, way, held(code)));
  }

  private String held(InvitationCode code) {
    return HexFormat.of().formatHex(seal.digest("held " + code.letters()));
  }

  private Optional<Admitted> admit(Throttle.Subject who) {
    return switch (database.call(new Actor.Login(), tx -> Throttle.admit(tx, who))) {
      case Throttle.Admission.Wait _ -> Optional.empty();
      case Throttle.Admission.After admission -> {
        SignIn.pause(admission.pause());
        yield Optional.of(new Admitted(admission));
      }
    };
  }

  /** The try was no guess: it does not count any more, nor do those before it. */
  public static void succeeded(Tx tx, Admitted admitted) {
    Throttle.succeeded(tx, admitted.admission);
  }

  /** What was shown is right, and nothing came of it yet: this try alone does not count. */
  public static void shown(Tx tx, Admitted admitted) {
    Throttle.takeBack(tx, admitted.admission);
  }

  /**
   * Begins the session of somebody who has shown who it is; traced as a sign-in. Whoever was signed
   * in at that browser is so no longer.
   */
  public Welcome welcome(
      Tx tx, Membership membership, Admitted admitted, HttpServletRequest request) {
    succeeded(tx, admitted);
    return new Welcome(
        arrival.begin(tx, membership, Proof.PASSWORD, browsers.of(request)), membership);
  }

  /** Keeps the session at the browser, once the transaction that began it is over. */
  public void keep(Welcome welcome, HttpServletRequest request, HttpServletResponse response) {
    browsers.welcome(request, response, welcome.cookie, welcome.as);
  }

  /**
   * Keeps at the browser that a code was shown there, which is good. What it opens is joined at
   * {@link #joining}, by whoever has a login already.
   *
   * @param hash digest of the code
   */
  public void invited(
      Membership.Kind kind, byte[] hash, HttpServletRequest request, HttpServletResponse response) {
    Browser at = browsers.of(request);
    Browsers.invited(
        response, database.call(new Actor.Login(), tx -> joining.shown(tx, kind, hash, at)));
  }

  /** Where a login that is there already joins what a code opens. */
  public static String joining() {
    return AccountInvitationController.URL;
  }

  /** A session that has begun. */
  public static final class Welcome {
    private final String cookie;
    private final Membership as;

    private Welcome(String cookie, Membership as) {
      this.cookie = cookie;
      this.as = as;
    }
  }
}
