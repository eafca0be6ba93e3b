package jp.tsunagi.run.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;

/**
 * The two halves of a key, as the age format writes them (X25519): with the public half ({@code
 * age1…}) backups are written, with the secret one ({@code AGE-SECRET-KEY-1…}) they are read. The
 * machine that makes backups needs the public half only.
 */
public final class BackupKey {
  private static final String SECRET = "AGE-SECRET-KEY-1";

  private BackupKey() {}

  /**
   * Makes a key, keeps its secret half in a file that only its owner reads.
   *
   * @return the public half
   */
  public static String make(Path file) {
    try {
      KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
      String open = text(pair.getPublic().getEncoded());
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          file,
          "# public key: " + open + "\n" + text(pair.getPrivate().getEncoded()) + "\n",
          StandardCharsets.US_ASCII,
          StandardOpenOption.SYNC);
      return open;
    } catch (FileAlreadyExistsException e) {
      throw new BackupRefused(BackupRefused.Reason.THERE, file, e);
    } catch (IOException e) {
      throw new BackupRefused(BackupRefused.Reason.UNWRITABLE, file, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] ascii) {
    return new String(ascii, StandardCharsets.US_ASCII);
  }

  static RecipientStanzaWriter recipient(String open) {
    try {
      return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(open);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // whoever mixes the halves up does not read the secret one in a log
      String shown = open.startsWith("age1") ? open : "…";
      throw new BackupRefused(BackupRefused.Reason.KEY, shown, e);
    }
  }

  /** The secret keys of a file; comments and empty lines are passed over. */
  static List<RecipientStanzaReader> secrets(Path file) {
    List<String> lines = lines(file).stream().filter(line -> line.startsWith(SECRET)).toList();
    if (lines.isEmpty()) {
      throw new BackupRefused(BackupRefused.Reason.KEY, file);
    }
    return lines.stream().map(line -> secret(line, file)).toList();
  }

  /** The public keys of a file, one a line. */
  public static List<String> recipients(Path file) {
    return Files.exists(file)
        ? lines(file).stream().filter(line -> line.startsWith("age1")).toList()
        : List.of();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
          .map(String::strip)
          .toList();
    } catch (IOException e) {
      throw new BackupRefused(BackupRefused.Reason.KEY, file, e);
    }
  }

  private static RecipientStanzaReader secret(String line, Path file) {
    try {
      return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(line);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new BackupRefused(BackupRefused.Reason.KEY, file, e);
    }
  }
}
