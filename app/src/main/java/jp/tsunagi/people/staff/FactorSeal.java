package jp.tsunagi.people.staff;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * How a second factor is kept: its secret sealed (AES-256-GCM), its recovery codes as keyed
 * digests. Whoever steals the database alone can read neither, nor try codes against it.
 */
@Component
final class FactorSeal {
  private static final String HMAC = "HmacSHA256";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec sealing;
  private final SecretKeySpec digesting;
  private final SecureRandom random = new SecureRandom();

  FactorSeal(FactorKey key) {
    SecretKeySpec root = new SecretKeySpec(key.secret(), HMAC);
    sealing = new SecretKeySpec(mac(root, "seal"), "AES");
    digesting = new SecretKeySpec(mac(root, "digest"), HMAC);
  }

  /**
   * Seals bytes.
   *
   * @param of whose they are and what for; they open for that alone
   */
  byte[] seal(byte[] plain, String of) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, of).doFinal(plain);
      byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was sealed; empty when it is not ours, was changed, or is somebody else's. */
  Optional<byte[]> open(byte[] whole, String of) {
    if (whole.length < NONCE + TAG_BITS / Byte.SIZE) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE), of)
              .doFinal(whole, NONCE, whole.length - NONCE));
    } catch (AEADBadTagException notOurs) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String of) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(of.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** A digest that only this installation can make. */
  byte[] digest(String text) {
    return mac(digesting, text);
  }

  private static byte[] mac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
