package jp.tsunagi.run.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import jp.tsunagi.base.database.StoredTable;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a backup from its beginning to its end, in one go. What was cut off or changed is found at
 * the latest at the end, so nothing that was read stands before {@link #end}.
 */
public final class BackupReader implements AutoCloseable {
  /** More than the head of any municipality needs. */
  private static final int LONGEST_HEAD = 64 << 20;

  private final Path file;
  private final FileChannel channel;
  private final TarArchiveInputStream tar;
  private final Manifest manifest;
  private final byte[] secret;
  private final List<TableSum> read = new ArrayList<>();
  private @Nullable TarArchiveEntry entry;

  /** What becomes of the rows of a table. */
  @FunctionalInterface
  public interface Rows {
    /**
     * Reads them to their end.
     *
     * @return how many there were
     */
    long take(StoredTable table, InputStream rows) throws IOException;
  }

  /**
   * Opens a backup and reads its head.
   *
   * @param key a file with the secret half of a key that it was encrypted for
   * @throws BackupRefused when it cannot be read
   */
  public BackupReader(Path file, Path key) {
    this.file = file;
    var secrets = BackupKey.secrets(key);
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
    } catch (IOException e) {
      throw new BackupRefused(BackupRefused.Reason.UNREADABLE, file, e);
    }
    try {
      tar =
          new TarArchiveInputStream(
              new BufferedInputStream(
                  new GZIPInputStream(Channels.newInputStream(opened(secrets)), 1 << 16), 1 << 16));
      manifest = JsonMapper.shared().readValue(whole(BackupWriter.MANIFEST), Manifest.class);
      if (manifest.format() != Manifest.FORMAT) {
        throw new BackupRefused(BackupRefused.Reason.LATER, file);
      }
      secret = secret(new String(whole(BackupWriter.SECRET), StandardCharsets.US_ASCII));
      entry = tar.getNextEntry();
    } catch (IOException | JacksonException e) {
      close();
      throw new BackupRefused(BackupRefused.Reason.DAMAGED, file, e);
    } catch (BackupRefused e) {
      close();
      throw e;
    }
  }

  private ReadableByteChannel opened(List<RecipientStanzaReader> secrets) {
    try {
      return new StandardDecryptingChannelFactory().newDecryptingChannel(channel, secrets);
    } catch (UnsupportedRecipientStanzaException e) {
      throw new BackupRefused(BackupRefused.Reason.OTHER_KEY, file, e);
    } catch (IOException | GeneralSecurityException e) {
      throw new BackupRefused(BackupRefused.Reason.UNREADABLE, file, e);
    }
  }

  private byte[] whole(String name) throws IOException {
    TarArchiveEntry next = tar.getNextEntry();
    if (next == null || !next.getName().equals(name) || next.getSize() > LONGEST_HEAD) {
      throw new IOException("no " + name);
    }
    return tar.readNBytes(LONGEST_HEAD);
  }

  private static byte[] secret(String written) throws IOException {
    if (!written.matches("[0-9a-f]{64}")) {
      throw new IOException("no secret");
    }
    return HexFormat.of().parseHex(written);
  }

  /** What stands at the head. */
  public Manifest manifest() {
    return manifest;
  }

  /** The secret of the installation, from which its keys and passwords are derived. */
  public byte[] secret() {
    return secret.clone();
  }

  /**
   * Gives the rows of every table away and looks whether all of them were there.
   *
   * @return what each table came to
   * @throws BackupRefused when something is missing or was changed
   */
  public List<TableSum> read(Rows rows) {
    try {
      for (StoredTable table : manifest.tables()) {
        Pieces pieces = new Pieces(table.name());
        long taken = rows.take(table, pieces);
        read.add(new TableSum(table.name(), taken, pieces.sum()));
      }
      end();
      return List.copyOf(read);
    } catch (IOException | JacksonException e) {
      throw new BackupRefused(BackupRefused.Reason.DAMAGED, file, e);
    }
  }

  private void end() throws IOException {
    if (entry == null || !entry.getName().equals(BackupWriter.SUMS)) {
      throw new BackupRefused(BackupRefused.Reason.DAMAGED, file);
    }
    TableSum[] written =
        JsonMapper.shared().readValue(tar.readNBytes(LONGEST_HEAD), TableSum[].class);
    boolean more = tar.getNextEntry() != null;
    if (more || !List.of(written).equals(read)) {
      throw new BackupRefused(BackupRefused.Reason.DAMAGED, file);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new BackupRefused(BackupRefused.Reason.UNREADABLE, file, e);
    }
  }

  /** The bytes of one table, put together again from their entries. */
  private final class Pieces extends InputStream {
    private final String folder;
    private final MessageDigest digest = Sha256.digest();

    private Pieces(String table) {
      this.folder = "tables/" + table + "/";
    }

    private boolean here() {
      return entry != null && entry.getName().startsWith(folder);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, into.length);
      while (here()) {
        int got = tar.read(into, offset, length);
        if (got >= 0) {
          digest.update(into, offset, got);
          return got;
        }
        entry = tar.getNextEntry();
      }
      return -1;
    }

    private String sum() throws IOException {
      if (here()) {
        throw new IOException("rows were left over: " + folder);
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
