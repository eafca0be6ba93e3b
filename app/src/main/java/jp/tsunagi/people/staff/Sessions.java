package jp.tsunagi.people.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/**
 * Who is signed in. The database keeps the digest of the cookie only; a session ends when idle,
 * when old, when signed out, when the account is closed, and when the ground to act ends. Touched
 * once a minute, not at every request.
 */
@Component
final class Sessions {
  /** Setting: after how many minutes without a request a session ends. */
  static final String IDLE_SETTING = "session.idle";

  /** Where nothing was decided. */
  static final Duration IDLE = Duration.ofMinutes(60);

  /** Setting: the same at a registered terminal, which several people share. */
  static final String TERMINAL_IDLE_SETTING = "session.terminal-idle";

  /** Where nothing was decided. */
  static final Duration TERMINAL_IDLE = Duration.ofMinutes(15);

  static final Duration OLDEST = Duration.ofHours(12);
  private static final Duration TOUCH = Duration.ofMinutes(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final java.util.Map<Membership.Kind, ActorSource> sources;

  Sessions(Database database, List<ActorSource> sources) {
    this.database = database;
    this.sources =
        sources.stream().collect(Collectors.toMap(ActorSource::kind, Function.identity()));
  }

  /**
   * By what somebody has shown who it is.
   *
   * @param terminal where it is a registered one: a factor of its own
   * @param proof by what
   */
  record Shown(Optional<Terminal> terminal, Proof proof) {
    static final Shown PASSWORD = new Shown(Optional.empty(), Proof.PASSWORD);
  }

  /** Begins a session; the result is the cookie's value, which is kept nowhere else. */
  String begin(Tx tx, Membership membership, BrowserKind browser, Shown shown) {
    String token = token();
    // as often as one comes, more of the old ones go
    SessionSql.removeOver(tx);
    SessionSql.add(tx, digest(token), membership, browser, terms(tx, membership, shown));
    return token;
  }

  /** Begins one that goes on from another of the same account, and grows as old as that one. */
  String begin(Tx tx, Membership membership, BrowserKind browser, Switching from) {
    String token = begin(tx, membership, browser, new Shown(Optional.empty(), from.proof()));
    SessionSql.continues(tx, digest(token), from);
    return token;
  }

  /**
   * Under which a session begins.
   *
   * @param idle how long it lasts without a request
   * @param factorMissing nothing may be done before a second factor is set up
   */
  record Terms(Duration idle, boolean factorMissing, Shown shown) {}

  private static Terms terms(Tx tx, Membership membership, Shown shown) {
    boolean without =
        membership.kind() == Membership.Kind.STAFF
            && shown.terminal().isEmpty()
            && !shown.proof().both()
            && !Factors.isOn(tx, membership.account());
    return tx.as(
        job(membership),
        () ->
            new Terms(
                shown.terminal().isPresent()
                    ? minutes(tx, TERMINAL_IDLE_SETTING, TERMINAL_IDLE)
                    : minutes(tx, IDLE_SETTING, IDLE),
                without && FactorPolicy.of(tx) == FactorPolicy.REQUIRED,
                shown));
  }

  private static Duration minutes(Tx tx, String setting, Duration usual) {
    return Duration.ofMinutes(Municipality.number(tx, setting, (int) usual.toMinutes()));
  }

  private static Actor.Job job(Membership membership) {
    return new Actor.Job(membership.tenant(), "session");
  }

  /** A value that nobody guesses, for a cookie. */
  static String token() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Who is signed in.
   *
   * @param handedPassword the password was set by somebody else and must be changed first
   * @param factorMissing a second factor is required and must be set up first
   * @param language in which the owner of the account reads, as a tag
   * @param atTerminal it is a registered terminal, which another person wants soon
   * @param sincePassword how long ago the password was shown; empty when it was a PIN
   * @param idle how long it lasts without a request
   * @param several whether the account serves others too, of which this session may know
   */
  record SignedIn(
      Actor actor,
      boolean handedPassword,
      boolean factorMissing,
      String language,
      boolean atTerminal,
      Optional<Duration> sincePassword,
      Duration idle,
      boolean several) {}

  /** Who a cookie stands for, unless the session or the ground to act has ended. */
  Optional<SignedIn> signedIn(String token) {
    byte[] digest = digest(token);
    return database.call(
        new Actor.Login(),
        tx -> {
          Optional<SessionSql.Open> open = SessionSql.find(tx, digest);
          open.filter(one -> one.seen().isBefore(tx.now().minus(TOUCH)))
              .ifPresent(_ -> SessionSql.touch(tx, digest));
          return open.flatMap(one -> signedIn(tx, one));
        });
  }

  /** The same of a page that was left alone: to ask is no use of the session. */
  Optional<SignedIn> leftAlone(String token) {
    return database.call(new Actor.Login(), tx -> signedIn(tx, token));
  }

  Optional<SignedIn> signedIn(Tx tx, String token) {
    return SessionSql.find(tx, digest(token)).flatMap(open -> signedIn(tx, open));
  }

  private Optional<SignedIn> signedIn(Tx tx, SessionSql.Open open) {
    return load(tx, open.as(), open.place())
        .map(actor ->
            new SignedIn(
                actor,
                open.handedPassword(),
                open.factorMissing(),
                open.language(),
                open.place().isPresent(),
                open.passwordAt().map(at -> Duration.between(at, tx.now())),
                open.idle(),
                open.several()));
  }

  /**
   * The actor a membership stands for today, with the seats at that place alone, if one is named.
   */
  Optional<Actor> load(Tx tx, Membership membership, Optional<OrganisationId> place) {
    return place.isEmpty()
        ? load(tx, membership)
        : load(tx, membership).flatMap(actor -> at(actor, place.get()));
  }

  private static Optional<Actor> at(Actor actor, OrganisationId place) {
    if (!(actor instanceof Actor.Staff staff)) {
      return Optional.empty();
    }
    List<Seat> seats =
        staff.seats().stream().filter(seat -> seat.organisation().equals(place)).toList();
    return seats.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Actor.Staff(staff.tenant(), staff.staff(), staff.account(), staff.name(), seats));
  }

  /** The actor a membership stands for today. */
  Optional<Actor> load(Tx tx, Membership membership) {
    ActorSource source = sources.get(membership.kind());
    if (source == null) {
      return Optional.empty();
    }
    return tx.as(job(membership), () -> source.load(tx, membership));
  }

  /** Whoever is signed in with this cookie reads in that language from the next page on. */
  void read(String token, String language) {
    byte[] digest = digest(token);
    database.run(new Actor.Login(), tx -> SessionSql.read(tx, digest, language));
  }

  /**
   * The owner of the session of this cookie has shown the password just now. What could be done
   * with the value before must not become more: the session goes on under the value returned. Empty
   * when it goes on under another already, as after a form sent twice at once.
   */
  static Optional<String> passwordShown(Tx tx, String token) {
    String fresh = token();
    return SessionSql.passwordShown(tx, digest(token), digest(fresh))
        ? Optional.of(fresh)
        : Optional.empty();
  }

  /** Ends the session of a cookie. */
  void end(Tx tx, String token) {
    SessionSql.end(tx, digest(token));
  }

  /** The session of this cookie has its second factor now. */
  void factorSet(Tx tx, String token) {
    SessionSql.factorSet(tx, digest(token));
  }

  /** Ends every session of the account but the one of this cookie, and what was half begun. */
  void endOthers(Tx tx, AccountId account, String kept) {
    HalfSignIn.endOf(tx, account);
    SessionSql.endOthers(tx, account, digest(kept));
  }

  static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
