package jp.tsunagi.run.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.tsunagi.base.database.Snapshot;
import jp.tsunagi.base.database.StoredTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a backup: only for the key, and never taken for whole when it is not. */
class BackupFileTest {
  private static final StoredTable LARGE =
      new StoredTable("public.large", List.of("tenant_id", "text"));
  private static final StoredTable EMPTY = new StoredTable("public.none", List.of("tenant_id"));
  private static final StoredTable SMALL = new StoredTable("public.small", List.of("tenant_id"));
  private static final Manifest MANIFEST =
      new Manifest(
          Manifest.FORMAT,
          "2026-11-28T00:00:00Z",
          "202611290830",
          1,
          List.of("202611"),
          List.of(new Snapshot.Head(1, 1, 7, "ab")),
          List.of(LARGE, EMPTY, SMALL));

  private static final byte[] SECRET =
      "tsunagi no kagi, thirty-two long".getBytes(StandardCharsets.US_ASCII);

  /** More than two pieces, so that a table goes over the edge of an entry. */
  private static final int LINES = 300_000;

  private static final String LINE = "1\tつなぎ つなぐ つながる\n";

  @TempDir private Path folder;

  private Path key() {
    return folder.resolve("secret.key");
  }

  private Path file() {
    return folder.resolve("backup.tsunagi");
  }

  @BeforeEach
  void write() {
    String open = BackupKey.make(key());
    write(file(), List.of(open), MANIFEST);
  }

  private static void write(Path file, List<String> recipients, Manifest manifest) {
    try (BackupWriter writer = new BackupWriter(file, recipients)) {
      writer.head(manifest, SECRET);
      writer.table(LARGE.name(), out -> lines(out, LINES));
      writer.table(EMPTY.name(), _ -> 0);
      writer.table(SMALL.name(), out -> lines(out, 1));
      writer.commit();
    }
  }

  private static long lines(OutputStream out, int many) {
    try {
      for (int line = 0; line < many; line++) {
        out.write(LINE.getBytes(StandardCharsets.UTF_8));
      }
      return many;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(Path file, Path key) {
    List<String> tables = new ArrayList<>();
    try (BackupReader reader = new BackupReader(file, key)) {
      reader.read((table, rows) -> {
        long lines = count(rows);
        tables.add(table.name() + " " + lines);
        return lines;
      });
    }
    return tables;
  }

  private static long count(InputStream rows) throws IOException {
    return new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines().count();
  }

  @Test
  void comesBackAsItWasWritten() {
    assertThat(read(file(), key()))
        .containsExactly("public.large " + LINES, "public.none 0", "public.small 1");
    try (BackupReader reader = new BackupReader(file(), key())) {
      assertThat(reader.manifest()).isEqualTo(MANIFEST);
      assertThat(reader.secret()).isEqualTo(SECRET);
    }
  }

  @Test
  void showsNothingToWhoeverHasNoKey() throws IOException {
    Path other = folder.resolve("other.key");
    BackupKey.make(other);
    refused(BackupRefused.Reason.OTHER_KEY, file(), other);
    assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1))
        .startsWith("age-encryption.org/v1")
        .doesNotContain("manifest", "tables/", "public.large", "tsunagi no kagi");
    assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
    assertThat(Files.getPosixFilePermissions(key())).hasSize(2);
  }

  @Test
  void opensForEachOfItsRecipients() {
    Path second = folder.resolve("second.key");
    String open = BackupKey.make(second);
    Path forBoth = folder.resolve("both.tsunagi");
    write(forBoth, List.of(BackupKey.make(folder.resolve("third.key")), open), MANIFEST);
    assertThat(read(forBoth, second)).hasSize(3);
  }

  @Test
  void cutOffAnywhereItIsNoBackup() throws IOException {
    byte[] whole = Files.readAllBytes(file());
    Random random = new Random(738);
    for (int cut = 0; cut < 40; cut++) {
      int length = cut == 0 ? whole.length - 1 : random.nextInt(whole.length);
      Path part = folder.resolve("cut-" + cut);
      Files.write(part, java.util.Arrays.copyOf(whole, length));
      notBelieved(part, "cut off at " + length);
    }
  }

  @Test
  void aChangedByteIsFound() throws IOException {
    byte[] whole = Files.readAllBytes(file());
    Random random = new Random(738);
    for (int change = 0; change < 40; change++) {
      byte[] changed = whole.clone();
      int at = random.nextInt(whole.length);
      changed[at] ^= (byte) (1 << random.nextInt(8));
      Path part = folder.resolve("changed-" + change);
      Files.write(part, changed);
      notBelieved(part, "changed at " + at);
    }
  }

  /** Whoever has the key, but wrote rows of another number. */
  @Test
  void rowsThatAreNotThoseOfTheEndAreFound() {
    String open = BackupKey.make(folder.resolve("mine.key"));
    Path forged = folder.resolve("forged");
    try (BackupWriter writer = new BackupWriter(forged, List.of(open))) {
      writer.head(MANIFEST, new byte[32]);
      writer.table(LARGE.name(), out -> lines(out, 2) + 1);
      writer.table(EMPTY.name(), _ -> 0);
      writer.table(SMALL.name(), out -> lines(out, 1));
      writer.commit();
    }
    refused(BackupRefused.Reason.DAMAGED, forged, folder.resolve("mine.key"));
  }

  @Test
  void aTableThatNobodyReadIsFound() {
    try (BackupReader reader = new BackupReader(file(), key())) {
      assertThatThrownBy(() -> reader.read((_, _) -> 1))
          .isInstanceOfSatisfying(
              BackupRefused.class,
              it -> assertThat(it.reason()).isEqualTo(BackupRefused.Reason.DAMAGED));
    }
  }

  @Test
  void aLaterFormatIsNotGuessedAt() {
    Path later = folder.resolve("later");
    String open = BackupKey.make(folder.resolve("mine.key"));
    write(
        later,
        List.of(open),
        new Manifest(2, MANIFEST.takenAt(), "1", 1, List.of(), List.of(), List.of()));
    refused(BackupRefused.Reason.LATER, later, folder.resolve("mine.key"));
  }

  @Test
  void nothingIsWrittenOver() {
    assertThatThrownBy(() -> new BackupWriter(file(), List.of()))
        .isInstanceOfSatisfying(
            BackupRefused.class,
            it -> assertThat(it.reason()).isEqualTo(BackupRefused.Reason.THERE));
    assertThatThrownBy(() -> BackupKey.make(key()))
        .isInstanceOfSatisfying(
            BackupRefused.class,
            it -> assertThat(it.reason()).isEqualTo(BackupRefused.Reason.THERE));
    assertThat(read(file(), key())).hasSize(3);
  }

  @Test
  void whatIsBrokenOffLeavesNothing() throws IOException {
    Path broken = folder.resolve("broken");
    String open = BackupKey.make(folder.resolve("mine.key"));
    try (BackupWriter writer = new BackupWriter(broken, List.of(open))) {
      writer.head(MANIFEST, new byte[32]);
      writer.table(LARGE.name(), out -> lines(out, LINES));
    }
    try (var left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("secret.key", "mine.key", "backup.tsunagi");
    }
  }

  @Test
  void whatIsNoBackupAndWhatIsNoKeyIsSaid() throws IOException {
    Path text = folder.resolve("notes.txt");
    Files.writeString(text, "no backup\n", StandardOpenOption.CREATE);
    refused(BackupRefused.Reason.UNREADABLE, text, key());
    refused(BackupRefused.Reason.UNREADABLE, folder.resolve("absent"), key());
    refused(BackupRefused.Reason.KEY, file(), text);
    refused(BackupRefused.Reason.KEY, file(), folder.resolve("absent"));
    assertThatThrownBy(() -> new BackupWriter(folder.resolve("x"), List.of("age1nothing")))
        .isInstanceOfSatisfying(
            BackupRefused.class, it -> assertThat(it.reason()).isEqualTo(BackupRefused.Reason.KEY));
  }

  private void notBelieved(Path file, String how) {
    assertThatThrownBy(() -> read(file, key())).as(how).isInstanceOf(BackupRefused.class);
  }

  private static void refused(BackupRefused.Reason reason, Path file, Path key) {
    assertThatThrownBy(() -> read(file, key))
        .isInstanceOfSatisfying(
            BackupRefused.class, it -> assertThat(it.reason()).isEqualTo(reason));
  }
}
