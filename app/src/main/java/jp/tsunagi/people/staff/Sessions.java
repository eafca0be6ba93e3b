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
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/**
 * Who is signed in. The database keeps the digest of the cookie only; a session ends when idle,
 * when old, when signed out, when the account is closed, and when the ground to act ends. Touched
 * once a minute, not at every request.
 */
@Component
final class Sessions {
  static final Duration IDLE = Duration.ofMinutes(60);
  static final Duration OLDEST = Duration.ofHours(12);
  private static final Duration TOUCH = Duration.ofMinutes(1);

  private final Database database;
  private final java.util.Map<Membership.Kind, ActorSource> sources;
  private final SecureRandom random = new SecureRandom();

  Sessions(Database database, List<ActorSource> sources) {
    this.database = database;
    this.sources =
        sources.stream().collect(Collectors.toMap(ActorSource::kind, Function.identity()));
  }

  /** Begins a session; the result is the cookie's value, which is kept nowhere else. */
  String begin(Tx tx, Membership membership) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    SessionSql.add(tx, digest(token), membership);
    return token;
  }

  /**
   * Who is signed in.
   *
   * @param handedPassword the password was set by somebody else and must be changed first
   * @param language in which the owner of the account reads, as a tag
   */
  record SignedIn(Actor actor, boolean handedPassword, String language) {}

  /** Who a cookie stands for, unless the session or the ground to act has ended. */
  Optional<SignedIn> signedIn(String token) {
    byte[] digest = digest(token);
    return database.call(
        new Actor.Login(),
        tx ->
            SessionSql.find(tx, digest, tx.now().minus(IDLE), tx.now().minus(OLDEST))
                .flatMap(open -> {
                  if (open.seen().isBefore(tx.now().minus(TOUCH))) {
                    SessionSql.touch(tx, digest);
                  }
                  return load(tx, open.as())
                      .map(actor -> new SignedIn(actor, open.handedPassword(), open.language()));
                }));
  }

  /** The actor a membership stands for today. */
  Optional<Actor> load(Tx tx, Membership membership) {
    ActorSource source = sources.get(membership.kind());
    if (source == null) {
      return Optional.empty();
    }
    return tx.as(new Actor.Job(membership.tenant(), "session"), () -> source.load(tx, membership));
  }

  /** Whoever is signed in with this cookie reads in that language from the next page on. */
  void read(String token, String language) {
    byte[] digest = digest(token);
    database.run(new Actor.Login(), tx -> SessionSql.read(tx, digest, language));
  }

  /** Ends the session of a cookie. */
  void end(Tx tx, String token) {
    SessionSql.end(tx, digest(token));
  }

  /** Ends every session of the account but the one of this cookie. */
  void endOthers(Tx tx, AccountId account, String kept) {
    SessionSql.endOthers(tx, account, digest(kept));
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
