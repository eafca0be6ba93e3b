package jp.tsunagi.people.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import jp.tsunagi.base.database.Tx;

/**
 * Slows guessing without keeping the owner out (SECURITY: brute force). A try is counted before it
 * is made, so that many at once are many. A browser that this login has signed in from before is
 * counted by itself and only slowed; everybody else by login and address together, and by address,
 * so that one address cannot try every login. Where no login is named (a passkey alone, the
 * identity provider, a code of an invitation) what is shown stands in its place: a whole town hall
 * comes from one address, and only the limit of the address binds there.
 */
final class Throttle {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int PER_LOGIN_AND_ADDRESS = 5;
  private static final int PER_ADDRESS = 60;
  private static final int PER_DEVICE = 60;
  private static final int CODES_FROM_ANYWHERE = 20;

  private Throttle() {}

  /**
   * Who tries what, from where.
   *
   * @param way the login, or another way in
   * @param shown what is guessed there; empty where the way says it
   * @param device the mark of the browser, where somebody came in there before
   */
  record Subject(String way, String shown, String address, Optional<String> device) {
    Subject(String way, String address, Optional<String> device) {
      this(way, "", address, device);
    }

    private String byAddress() {
      return key(way + shown, address);
    }

    /** Not of what is shown: whoever guesses shows something else each time. */
    private Optional<String> byDevice() {
      return device.map(mark -> key(way, "device " + mark));
    }
  }

  /** Whether the try may be made. */
  sealed interface Admission {
    /** It may, after a pause that is mostly none. */
    record After(Duration pause, Subject who, boolean byDevice) implements Admission {}

    /** Too many before it; the remedy is to wait. */
    record Wait() implements Admission {}
  }

  /** Counts a try, and says whether and when it may be made. */
  static Admission admit(Tx tx, Subject who) {
    return byDevice(tx, who).or(() -> byAddress(tx, who)).orElseGet(Throttle::tooMany);
  }

  private static Admission tooMany() {
    Incidents.THROTTLED.note();
    return new Admission.Wait();
  }

  private static Optional<Admission> byDevice(Tx tx, Subject who) {
    return who.byDevice()
        .filter(subject -> TrySql.take(tx, subject, beginning(tx), PER_DEVICE))
        .flatMap(subject -> {
          Optional<Instant> turn = TrySql.pace(tx, subject).turn(tx.now());
          turn.ifPresentOrElse(
              at -> TrySql.next(tx, subject, at), () -> TrySql.giveBack(tx, subject));
          return turn;
        })
        .map(turn -> new Admission.After(Duration.between(tx.now(), turn), who, true));
  }

  private static Optional<Admission> byAddress(Tx tx, Subject who) {
    String address = key("", who.address());
    if (!TrySql.take(tx, address, beginning(tx), PER_ADDRESS)) {
      return Optional.empty();
    }
    if (!TrySql.take(tx, who.byAddress(), beginning(tx), PER_LOGIN_AND_ADDRESS)) {
      TrySql.giveBack(tx, address);
      return Optional.empty();
    }
    return Optional.of(new Admission.After(Duration.ZERO, who, false));
  }

  /**
   * Counts a try of a second factor. Whoever makes it knows the password, and a code has six digits
   * only: so all browsers together from which this login never signed in have a limit too, which
   * keeps nobody out of the browser she or he works at.
   */
  static Admission admitCode(Tx tx, Subject who) {
    return switch (admit(tx, who)) {
      case Admission.After after
          when !after.byDevice()
              && !TrySql.take(tx, anywhere(who), beginning(tx), CODES_FROM_ANYWHERE) ->
          tooMany();
      case Admission.After after -> after;
      case Admission.Wait wait -> wait;
    };
  }

  /** Like {@link #succeeded}, of a second factor. */
  static void codeSucceeded(Tx tx, Admission.After admitted) {
    release(tx, admitted);
    if (!admitted.byDevice()) {
      TrySql.giveBack(tx, anywhere(admitted.who()));
    }
    TrySql.clean(tx, beginning(tx));
  }

  private static String anywhere(Subject who) {
    return key(who.way(), "anywhere");
  }

  /** A success clears the owner's own slips; and what is too old to count goes. */
  static void succeeded(Tx tx, Admission.After admitted) {
    release(tx, admitted);
    TrySql.clean(tx, beginning(tx));
  }

  /**
   * A try in which nothing was guessed, because nothing was said of anybody, or the code is right
   * and not used yet: it does not count. Those before it do.
   */
  static void takeBack(Tx tx, Admission.After admitted) {
    Subject who = admitted.who();
    if (admitted.byDevice()) {
      who.byDevice().ifPresent(device -> TrySql.giveBack(tx, device));
    } else {
      TrySql.giveBack(tx, key("", who.address()));
      TrySql.giveBack(tx, who.byAddress());
    }
  }

  /** In the order in which a try is counted: whoever counts one meanwhile waits, and no more. */
  private static void release(Tx tx, Admission.After admitted) {
    Subject who = admitted.who();
    who.byDevice().ifPresent(device -> TrySql.forget(tx, device));
    if (!admitted.byDevice()) {
      TrySql.giveBack(tx, key("", who.address()));
    }
    TrySql.forget(tx, who.byAddress());
  }

  /**
   * Counts a try that only whoever holds something can make, wherever that is: nobody else at the
   * address has to do with it. Whether it may be made.
   *
   * @param held a digest of what is held
   */
  static boolean admitHolder(Tx tx, String way, String held) {
    boolean admitted =
        TrySql.take(tx, key(way + held, "anywhere"), beginning(tx), PER_LOGIN_AND_ADDRESS);
    if (!admitted) {
      Incidents.THROTTLED.note();
    }
    return admitted;
  }

  /** What went with what is held was right: the try does not count. */
  static void holderWasRight(Tx tx, String way, String held) {
    TrySql.giveBack(tx, key(way + held, "anywhere"));
  }

  private static Instant beginning(Tx tx) {
    return tx.now().minus(WINDOW);
  }

  /** A digest: neither logins nor addresses are kept. */
  private static String key(String way, String from) {
    try {
      byte[] text = (way + "\n" + from).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
