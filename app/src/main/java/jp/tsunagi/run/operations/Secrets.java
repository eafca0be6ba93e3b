package jp.tsunagi.run.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's secret, made at the first start and kept beside the data, readable by its
 * owner only. Every other secret is derived from it. Nodes of one installation share it.
 */
record Secrets(byte[] root) {

  private static final String FILE = "installation.secret";

  static Secrets of(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        return keep(folder, fresh);
      }
      return new Secrets(HexFormat.of().parseHex(Files.readString(file).strip()));
    } catch (IOException e) {
      throw new StartRefused("unwritable", folder);
    }
  }

  /**
   * The secret of an installation that is there.
   *
   * @throws StartRefused when there is none: another secret would open nothing of it
   */
  static Secrets there(Path folder) {
    if (!Files.exists(folder.resolve(FILE))) {
      throw new StartRefused("nosecret", folder);
    }
    if (Files.exists(folder.resolve(RestoreCommand.UNFINISHED))) {
      throw new StartRefused("restore.unfinished", folder);
    }
    return of(folder);
  }

  /** Keeps a secret in a folder that has none. */
  static Secrets keep(Path folder, byte[] root) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(FILE);
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(file, ownerOnly);
      Files.writeString(file, HexFormat.of().formatHex(root));
      return new Secrets(root);
    } catch (IOException e) {
      throw new StartRefused("unwritable", folder);
    }
  }

  /** A secret of its own for each purpose. */
  byte[] derived(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(root, "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String derivedText(String purpose) {
    return HexFormat.of().formatHex(derived(purpose));
  }
}
