package jp.tsunagi.run.backup;

import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup: a tar, packed by gzip, encrypted by age, so that it can be opened without this
 * program, too. It is written beside its name and gets it when all of it is on the disk; what was
 * broken off never looks like a backup.
 */
public final class BackupWriter implements AutoCloseable {
  static final String MANIFEST = "manifest.json";
  static final String SECRET = "installation.secret";
  static final String SUMS = "sums.json";

  /** Rows are cut into entries of so many bytes: tar wants to know how long an entry is. */
  private static final int PIECE = 4 << 20;

  private final Path file;
  private final Path unfinished;
  private final FileChannel channel;
  private final TarArchiveOutputStream tar;
  private final List<TableSum> sums = new ArrayList<>();

  /**
   * Begins a file.
   *
   * @param recipients public keys; whoever has the secret half of one of them can read it
   * @throws BackupRefused when it cannot be written, or there is a file of this name
   */
  public BackupWriter(Path file, List<String> recipients) {
    var writers = recipients.stream().map(BackupKey::recipient).toList();
    this.file = file;
    this.unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    if (Files.exists(file)) {
      throw new BackupRefused(BackupRefused.Reason.THERE, file);
    }
    try {
      channel =
          FileChannel.open(
              unfinished,
              EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      WritableByteChannel encrypting =
          new StandardEncryptingChannelFactory().newEncryptingChannel(channel, writers);
      tar = new TarArchiveOutputStream(packed(Channels.newOutputStream(encrypting)));
    } catch (FileAlreadyExistsException e) {
      throw new BackupRefused(BackupRefused.Reason.THERE, unfinished, e);
    } catch (IOException e) {
      throw new BackupRefused(BackupRefused.Reason.UNWRITABLE, file, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OutputStream packed(OutputStream out) throws IOException {
    return new BufferedOutputStream(
        new GZIPOutputStream(out, 1 << 16) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        },
        1 << 16);
  }

  /** What stands at the head. */
  public void head(Manifest manifest, byte[] secret) {
    entry(MANIFEST, JsonMapper.shared().writeValueAsBytes(manifest));
    entry(SECRET, HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * A table.
   *
   * @param copying writes its rows and says how many there were
   */
  public TableSum table(String name, ToLongFunction<OutputStream> copying) {
    Pieces pieces = new Pieces(name);
    long rows = copying.applyAsLong(pieces);
    TableSum sum = new TableSum(name, rows, pieces.end());
    sums.add(sum);
    return sum;
  }

  private void entry(String name, byte[] bytes) {
    entry(name, bytes, bytes.length);
  }

  private void entry(String name, byte[] bytes, int length) {
    try {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(length);
      tar.putArchiveEntry(entry);
      tar.write(bytes, 0, length);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new BackupRefused(BackupRefused.Reason.UNWRITABLE, file, e);
    }
  }

  /** Ends the file and gives it its name. */
  public void commit() {
    entry(SUMS, JsonMapper.shared().writeValueAsBytes(sums));
    try {
      tar.finish();
      tar.close();
      try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      force();
    } catch (IOException e) {
      throw new BackupRefused(BackupRefused.Reason.UNWRITABLE, file, e);
    }
  }

  /** Some file systems cannot do it, and the backup is there all the same. */
  private void force() {
    try (FileChannel folder = FileChannel.open(folder(), Set.of(StandardOpenOption.READ))) {
      folder.force(true);
    } catch (IOException notHere) {
      // the file itself is on the disk
    }
  }

  private Path folder() {
    return file.toAbsolutePath().resolveSibling(".").normalize();
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw new BackupRefused(BackupRefused.Reason.UNWRITABLE, file, e);
    }
  }

  /** The bytes of a table, cut into entries. */
  private final class Pieces extends OutputStream {
    private final String table;
    private final MessageDigest digest = Sha256.digest();
    private final byte[] bytes = new byte[PIECE];
    private int filled;
    private int pieces;

    private Pieces(String table) {
      this.table = table;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      digest.update(from, offset, length);
      int at = offset;
      int left = length;
      while (left > 0) {
        if (filled == PIECE) {
          cut();
        }
        int part = Math.min(left, PIECE - filled);
        System.arraycopy(from, at, bytes, filled, part);
        filled += part;
        at += part;
        left -= part;
      }
    }

    private void cut() {
      entry("tables/%s/%06d.copy".formatted(table, ++pieces), bytes, filled);
      filled = 0;
    }

    private String end() {
      if (filled > 0) {
        cut();
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
