package jp.tsunagi.people.staff;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/** Second factors: offered, set up, shown at the door, renewed. */
@Component
final class SecondFactors {
  /** How long a secret that was shown waits for its first code. */
  static final Duration OFFERED_FOR = Duration.ofMinutes(30);

  private final FactorSeal seal;

  SecondFactors(FactorSeal seal) {
    this.seal = seal;
  }

  /** By what somebody showed the second factor. */
  enum Way {
    APP,
    RECOVERY_CODE
  }

  /** How it was shown; empty when it is wrong, or was good once already. */
  Optional<Way> shown(Tx tx, AccountId account, String typed) {
    return switch (TypedCode.of(typed)) {
      case TypedCode.Digits(String code) -> ofApp(tx, account, code);
      case TypedCode.Recovery(RecoveryCode code) ->
          FactorSql.use(tx, account, digest(account, code))
              ? Optional.of(Way.RECOVERY_CODE)
              : Optional.empty();
      case TypedCode.Unreadable _ -> Optional.empty();
    };
  }

  private Optional<Way> ofApp(Tx tx, AccountId account, String code) {
    OptionalLong step =
        FactorSql.find(tx, account)
            .flatMap(factor -> seal.open(factor.sealed(), kept(account)))
            .map(secret -> new Totp(secret).step(code, tx.now()))
            .orElseGet(OptionalLong::empty);
    return step.isPresent() && FactorSql.take(tx, account, step.getAsLong())
        ? Optional.of(Way.APP)
        : Optional.empty();
  }

  /**
   * Turns it on; the recovery codes are in no other place.
   *
   * @param step of the code that confirmed it, which is good no second time
   * @return empty when the account has one already
   */
  Optional<List<RecoveryCode>> begin(Tx tx, AccountId account, Totp totp, long step) {
    byte[] sealed = seal.seal(totp.secret(), kept(account));
    // of two forms sent together one turns it on; the other has changed nothing
    return tx.besides(() -> FactorSql.add(tx, account, sealed, step))
        ? Optional.of(renew(tx, account))
        : Optional.empty();
  }

  /** New recovery codes in the place of all earlier ones. */
  List<RecoveryCode> renew(Tx tx, AccountId account) {
    List<RecoveryCode> codes = RecoveryCode.set();
    FactorSql.removeCodes(tx, account);
    FactorSql.addCodes(tx, account, codes.stream().map(code -> digest(account, code)).toList());
    return codes;
  }

  /**
   * A secret on its way through the form of its owner: nothing is kept before a code has shown that
   * the app has it.
   */
  String offer(AccountId account, Totp totp, Instant now) {
    byte[] secret = totp.secret();
    byte[] plain =
        ByteBuffer.allocate(Long.BYTES + secret.length)
            .putLong(now.getEpochSecond())
            .put(secret)
            .array();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(seal.seal(plain, offered(account)));
  }

  /** The secret of an offer; empty when it was made for somebody else, or too long ago. */
  Optional<Totp> offered(AccountId account, String offer, Instant now) {
    return bytes(offer)
        .flatMap(sealed -> seal.open(sealed, offered(account)))
        .map(ByteBuffer::wrap)
        .filter(plain -> !Instant.ofEpochSecond(plain.getLong()).plus(OFFERED_FOR).isBefore(now))
        .map(plain -> {
          byte[] secret = new byte[plain.remaining()];
          plain.get(secret);
          return new Totp(secret);
        });
  }

  private static Optional<byte[]> bytes(String offer) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(offer));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private byte[] digest(AccountId account, RecoveryCode code) {
    return seal.digest("recovery " + account + " " + code.letters());
  }

  private static String kept(AccountId account) {
    return "kept " + account;
  }

  private static String offered(AccountId account) {
    return "offered " + account;
  }
}
