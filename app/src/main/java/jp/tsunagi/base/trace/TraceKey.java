package jp.tsunagi.base.trace;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret under which audit rows are hashed; it is kept outside the database. */
public final class TraceKey {
  private final byte[] secret;

  public TraceKey(byte[] secret) {
    if (secret.length < 32) {
      throw new IllegalArgumentException("the key of the trace has at least 32 bytes");
    }
    this.secret = secret.clone();
  }

  byte[] hash(byte[] canonical) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(canonical);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
