package jp.tsunagi.people.staff;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Tx;

/**
 * A code that somebody has shown at this browser, on the way through signing in: sealed, for a few
 * minutes. It opens nothing by itself; what the code is good for is looked at again. The first who
 * signs in after it was shown is whose it is: with another login it is worth nothing.
 *
 * @param hash digest of the code
 * @param owner whose it is; nobody's yet while nobody was signed in
 */
record InvitationTicket(
    Membership.Kind kind, byte[] hash, Instant shown, Optional<AccountId> owner) {
  static final String COOKIE = "__Host-tsunagi-invitation";
  static final Duration LASTS = Duration.ofMinutes(15);

  private static final String SEALED_FOR = "invitation at the door";
  private static final String BETWEEN = " ";
  private static final String NOBODY = "-";
  private static final int PARTS = 4;

  /** Shown just now; of whoever is signed in at the browser. */
  static InvitationTicket shown(Tx tx, Membership.Kind kind, byte[] hash, Browser at) {
    Optional<AccountId> owner =
        SessionSql.switching(tx, Sessions.digest(at.session())).map(it -> it.as().account());
    return new InvitationTicket(kind, hash, tx.now(), owner);
  }

  /** The same as that login's, which signs in; empty when it is another's. */
  Optional<InvitationTicket> by(AccountId account) {
    return owner.isEmpty() || isOf(account)
        ? Optional.of(new InvitationTicket(kind, hash, shown, Optional.of(account)))
        : Optional.empty();
  }

  boolean isOf(AccountId account) {
    return owner.filter(account::equals).isPresent();
  }

  /** As the browser keeps it. */
  String sealed(FactorSeal seal) {
    String all =
        String.join(
            BETWEEN,
            kind.name(),
            HexFormat.of().formatHex(hash),
            String.valueOf(shown.getEpochSecond()),
            owner.map(one -> one.value().toString()).orElse(NOBODY));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(seal.seal(all.getBytes(StandardCharsets.UTF_8), SEALED_FOR));
  }

  /** The one that the browser keeps, while it lasts. */
  static Optional<InvitationTicket> of(FactorSeal seal, String cookie, Instant now) {
    return bytes(cookie)
        .flatMap(sealed -> seal.open(sealed, SEALED_FOR))
        .map(plain -> new String(plain, StandardCharsets.UTF_8).split(BETWEEN))
        .filter(parts -> parts.length == PARTS)
        .map(parts ->
            new InvitationTicket(
                Membership.Kind.valueOf(parts[0]),
                HexFormat.of().parseHex(parts[1]),
                Instant.ofEpochSecond(Long.parseLong(parts[2])),
                parts[3].equals(NOBODY)
                    ? Optional.empty()
                    : Optional.of(new AccountId(UUID.fromString(parts[3])))))
        .filter(one -> !one.shown().plus(LASTS).isBefore(now));
  }

  private static Optional<byte[]> bytes(String cookie) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(cookie));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InvitationTicket(var ofKind, var ofHash, var when, var whose)
        && kind == ofKind
        && Arrays.equals(hash, ofHash)
        && shown.equals(when)
        && owner.equals(whose);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }

  @Override
  public String toString() {
    return "InvitationTicket";
  }
}
