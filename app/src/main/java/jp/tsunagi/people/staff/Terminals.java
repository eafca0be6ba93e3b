package jp.tsunagi.people.staff;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/**
 * By which a registered terminal is known: a cookie with its number, signed with a secret of the
 * installation. It says no name, and counts only while the row of the terminal does.
 */
@Component
final class Terminals {
  static final String COOKIE = "__Host-tsunagi-terminal";
  private static final String PURPOSE = "terminal ";
  private static final String BETWEEN = ".";

  private final Database database;
  private final SecretKeySpec key;

  Terminals(Database database, DeviceKey key) {
    this.database = database;
    this.key = new SecretKeySpec(key.secret(), "HmacSHA256");
  }

  /** The value of its cookie. */
  String cookie(TenantId tenant, UUID id) {
    String number = tenant + BETWEEN + id;
    return number
        + BETWEEN
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(number));
  }

  /** Which terminal the browser with that cookie is; empty when it is none, or no longer. */
  Optional<Terminal> of(String cookie) {
    return cookie.isEmpty()
        ? Optional.empty()
        : database.call(new Actor.Login(), tx -> of(tx, cookie));
  }

  Optional<Terminal> of(Tx tx, String cookie) {
    String[] parts = cookie.split("\\.", 3);
    return parts.length == 3 && isOurs(parts) ? there(tx, parts) : Optional.empty();
  }

  private static Optional<Terminal> there(Tx tx, String[] parts) {
    var tenant = new TenantId(Integer.parseInt(parts[0]));
    return tx.as(job(tenant), () -> TerminalSql.find(tx, UUID.fromString(parts[1])));
  }

  static Actor.Job job(TenantId tenant) {
    return new Actor.Job(tenant, "terminal");
  }

  private boolean isOurs(String[] parts) {
    try {
      return MessageDigest.isEqual(
          Base64.getUrlDecoder().decode(parts[2]), signature(parts[0] + BETWEEN + parts[1]));
    } catch (IllegalArgumentException notOurs) {
      return false;
    }
  }

  private byte[] signature(String number) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal((PURPOSE + number).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
