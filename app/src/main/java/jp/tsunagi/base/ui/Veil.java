package jp.tsunagi.base.ui;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Covers what somebody typed so that it may stand in an address: Back and reload work, and neither
 * the browser's history nor a log holds personal data (SECURITY: invariant 9). AES-256-GCM; only
 * for the one it was covered for, on any node of the installation.
 */
public final class Veil {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param secret 32 bytes, the same on every node
   */
  public Veil(byte[] secret) {
    if (secret.length != 32) {
      throw new IllegalArgumentException("the key has 32 bytes");
    }
    key = new SecretKeySpec(secret, "AES");
  }

  /** The text as letters that may stand in an address. */
  public String cover(UUID reader, String text) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] covered = run(Cipher.ENCRYPT_MODE, reader, nonce, text.getBytes(StandardCharsets.UTF_8));
    byte[] all = ByteBuffer.allocate(NONCE + covered.length).put(nonce).put(covered).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /** The text again; empty when it was covered for somebody else, or is none of ours. */
  public Optional<String> uncover(UUID reader, String letters) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(letters);
      if (all.length < NONCE) {
        return Optional.empty();
      }
      byte[] text =
          run(
              Cipher.DECRYPT_MODE,
              reader,
              Arrays.copyOf(all, NONCE),
              Arrays.copyOfRange(all, NONCE, all.length));
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /**
   * @throws IllegalArgumentException when there is nothing of ours to uncover
   */
  private byte[] run(int mode, UUID reader, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(reader.toString().getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not covered by this installation for this reader", e);
    }
  }
}
