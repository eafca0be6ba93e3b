package jp.tsunagi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A security key, written from the W3C's text alone (Web Authentication, 6.1 and 6.5), with a
 * browser around it. Everything it says can be made wrong.
 */
public final class TestKey {
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;

  private final KeyPair pair = pair();
  private final byte[] id = new byte[24];

  /** The address that the browser shows; another one is a false site. */
  public String origin;

  /** The host that the key was asked for. */
  public String host = "localhost";

  public boolean verifies = true;

  /** The counter that comes next. */
  public long count = 1;

  public byte[] handle = new byte[0];

  /** A key in a browser that has opened the program. */
  public TestKey(TestProgram program) {
    origin = program.named();
    new SecureRandom().nextBytes(id);
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
      pairs.initialize(new ECGenParameterSpec("secp256r1"));
      return pairs.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a page asks. */
  public static String asked(String page, String what) {
    var found = Pattern.compile("data-" + what + "=\"([^\"]*)\"").matcher(page);
    assertThat(found.find()).as("data-" + what + " in " + page).isTrue();
    return found.group(1);
  }

  /** The answer to a page that wants a new key. */
  public String made(String page) {
    handle = Base64.getUrlDecoder().decode(asked(page, "handle"));
    var attestation = new ByteArrayOutputStream();
    attestation.write(0xa3);
    text(attestation, "fmt");
    text(attestation, "none");
    text(attestation, "attStmt");
    attestation.write(0xa0);
    text(attestation, "authData");
    bytes(attestation, data(ATTESTED, credential()));
    count++;
    return """
    {"id":"%s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
     "response":{"clientDataJSON":"%s","attestationObject":"%s","transports":["usb"]}}\
    """
        .formatted(
            letters(id),
            letters(client("webauthn.create", asked(page, "challenge"))),
            letters(attestation.toByteArray()));
  }

  /** The answer to a page that wants this key. */
  public String shown(String page) {
    return answer(asked(page, "challenge"));
  }

  /** The answer to a challenge. */
  public String answer(String challenge) {
    byte[] data = data(0, new byte[0]);
    count++;
    byte[] client = client("webauthn.get", challenge);
    var signed = new ByteArrayOutputStream();
    signed.writeBytes(data);
    signed.writeBytes(digest(client));
    return """
    {"id":"%s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
     "response":{"clientDataJSON":"%s","authenticatorData":"%s","signature":"%s","userHandle":%s}}\
    """
        .formatted(
            letters(id),
            letters(client),
            letters(data),
            letters(signature(signed.toByteArray())),
            handle.length == 0 ? "null" : "\"" + letters(handle) + "\"");
  }

  private byte[] client(String type, String challenge) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, challenge, origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] data(int flags, byte[] credential) {
    int all = flags | PRESENT | (verifies ? VERIFIED : 0);
    return ByteBuffer.allocate(37 + credential.length)
        .put(digest(host.getBytes(StandardCharsets.UTF_8)))
        .put((byte) all)
        .putInt((int) count)
        .put(credential)
        .array();
  }

  private byte[] credential() {
    byte[] key = publicKey();
    return ByteBuffer.allocate(18 + id.length + key.length)
        .put(new byte[16])
        .putShort((short) id.length)
        .put(id)
        .put(key)
        .array();
  }

  /** COSE: an EC key (1: 2), for ES256 (3: -7), on P-256 (-1: 1), with its two coordinates. */
  private byte[] publicKey() {
    var point = ((ECPublicKey) pair.getPublic()).getW();
    var key = new ByteArrayOutputStream();
    key.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
    bytes(key, coordinate(point.getAffineX()));
    key.write(0x22);
    bytes(key, coordinate(point.getAffineY()));
    return key.toByteArray();
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] all = number.toByteArray();
    byte[] right = new byte[32];
    int kept = Math.min(32, all.length);
    System.arraycopy(all, all.length - kept, right, 32 - kept, kept);
    return right;
  }

  private static void text(ByteArrayOutputStream out, String word) {
    out.write(0x60 + word.length());
    out.writeBytes(word.getBytes(StandardCharsets.US_ASCII));
  }

  private static void bytes(ByteArrayOutputStream out, byte[] content) {
    if (content.length < 256) {
      out.write(0x58);
    } else {
      out.write(0x59);
      out.write(content.length >> 8);
    }
    out.write(content.length);
    out.writeBytes(content);
  }

  private byte[] signature(byte[] signed) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(signed);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Bytes as browsers write them. */
  public static String letters(byte[] content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }
}
