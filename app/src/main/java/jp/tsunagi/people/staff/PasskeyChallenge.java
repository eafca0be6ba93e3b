package jp.tsunagi.people.staff;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/**
 * What an authenticator is asked to sign: made for one purpose at one browser, good for a while,
 * and answered once. Nothing is kept of one that nobody answers.
 */
@Component
final class PasskeyChallenge {
  private static final int RANDOM = 16;

  private final FactorSeal seal;
  private final SecureRandom random = new SecureRandom();

  PasskeyChallenge(FactorSeal seal) {
    this.seal = seal;
  }

  /**
   * What it is asked for.
   *
   * @param word what for, and at which browser: by the secret of its cookie
   * @param lasts how long it waits for its answer
   */
  record Purpose(String word, Duration lasts) {
    /** A passkey is registered in the session of that cookie. */
    static Purpose add(String session) {
      return new Purpose("passkey add " + session, Duration.ofMinutes(30));
    }

    /** The second step of the sign-in half done with that cookie. */
    static Purpose second(String half) {
      return new Purpose("passkey second " + half, HalfSignIn.LASTS);
    }

    /** Somebody signed in with that cookie shows once more who it is. */
    static Purpose again(String session) {
      return new Purpose("passkey again " + session, Duration.ofMinutes(15));
    }

    /** Signing in with nothing else. */
    static Purpose alone() {
      return new Purpose("passkey alone", Duration.ofMinutes(15));
    }

    @Override
    public String toString() {
      return "Purpose";
    }
  }

  /** A fresh one, in the letters in which pages carry it. */
  String make(Tx tx, Purpose purpose) {
    byte[] nonce = new byte[RANDOM];
    random.nextBytes(nonce);
    byte[] plain =
        ByteBuffer.allocate(Long.BYTES + RANDOM)
            .putLong(tx.now().getEpochSecond())
            .put(nonce)
            .array();
    return letters(seal.seal(plain, purpose.word()));
  }

  /** Why its answer is not looked at; empty when it is, which it is once. */
  Optional<PasskeyRefusal> take(Tx tx, Purpose purpose, byte[] challenge) {
    boolean fresh =
        seal.open(challenge, purpose.word())
            .map(plain -> Instant.ofEpochSecond(ByteBuffer.wrap(plain).getLong()))
            .filter(made -> !made.plus(purpose.lasts()).isBefore(tx.now()))
            .isPresent();
    if (!fresh) {
      return Optional.of(PasskeyRefusal.STALE);
    }
    return AnsweredSql.take(tx, challenge)
        ? Optional.empty()
        : Optional.of(PasskeyRefusal.REPLAYED);
  }

  /** Bytes in the letters in which WebAuthn carries them. */
  static String letters(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
