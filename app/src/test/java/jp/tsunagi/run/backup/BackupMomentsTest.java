package jp.tsunagi.run.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.base.database.DatabaseAddress;
import jp.tsunagi.base.database.Snapshot;
import jp.tsunagi.base.database.StoredTable;
import jp.tsunagi.base.database.TestServer;
import jp.tsunagi.run.scenario.ScenarioFile;
import jp.tsunagi.run.scenario.ScenarioPlayer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Backups of random moments, taken while a town is at work, each brought back and compared row by
 * row. A backup that caught half of an act would fail its foreign keys, or have other rows than its
 * own moment.
 */
class BackupMomentsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
  private static final int LONGEST_PAUSE = 3_000;

  @TempDir private Path folder;

  private record Taken(Path file, long rows, long milliseconds) {}

  @Test
  @Tag("drill")
  @Tag("drill-backup")
  void everyMomentComesBackAsItWas() throws SQLException, IOException, InterruptedException {
    Path key = folder.resolve("secret.key");
    String open = BackupKey.make(key);
    List<Taken> all = new ArrayList<>();
    try (TestProgram running = TestProgram.start()) {
      ScenarioPlayer player = running.bean(ScenarioPlayer.class);
      Thread town =
          Thread.ofPlatform().start(() -> player.play(ScenarioFile.shipped(DAY), _ -> {}));
      for (int moment = 1; moment <= Integer.getInteger("drill.rounds", 20); moment++) {
        LockSupport.parkNanos(
            Duration.ofMillis(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE)).toNanos());
        all.add(take(running.address(), folder.resolve("moment-" + moment), open));
      }
      town.join();
    }
    System.out.println("| moment | rows | bytes | taken in ms | brought back in ms |");
    System.out.println("|---|---|---|---|---|");
    for (Taken each : all) {
      long before = System.nanoTime();
      DatabaseAddress address = TestServer.empty();
      Map<String, Long> kept = bringBack(each.file(), key, address);
      long took = (System.nanoTime() - before) / 1_000_000;
      assertThat(content(address)).isEqualTo(kept);
      System.out.printf(
          "| %s | %d | %d | %d | %d |%n",
          each.file().getFileName(),
          each.rows(),
          Files.size(each.file()),
          each.milliseconds(),
          took);
    }
    assertThat(all.stream().map(Taken::rows).distinct().count())
        .as("moments at which something had been written since the one before")
        .isGreaterThan(all.size() / 2);
  }

  private static Taken take(DatabaseAddress address, Path file, String open) throws SQLException {
    long before = System.nanoTime();
    try (Snapshot snapshot = TestServer.snapshot(address);
        BackupWriter writer = new BackupWriter(file, List.of(open))) {
      long rows =
          Backup.take(snapshot, writer, new byte[32], TestClock.START, _ -> {}).stream()
              .mapToLong(TableSum::rows)
              .sum();
      return new Taken(file, rows, (System.nanoTime() - before) / 1_000_000);
    }
  }

  /** What the rows in the file come to, by table. */
  private static Map<String, Long> bringBack(Path file, Path key, DatabaseAddress address)
      throws IOException {
    Map<String, Long> kept = new TreeMap<>();
    try (BackupReader reader = new BackupReader(file, key)) {
      reader.read((table, rows) -> {
        Lines lines = new Lines();
        rows.transferTo(lines);
        kept.put(table.name(), lines.sum);
        return lines.count;
      });
    }
    try (BackupReader reader = new BackupReader(file, key)) {
      Backup.bringBack(reader, address, 2, _ -> {});
    }
    return kept;
  }

  private static Map<String, Long> content(DatabaseAddress address) throws SQLException {
    Map<String, Long> back = new TreeMap<>();
    try (Snapshot snapshot = TestServer.snapshot(address)) {
      for (StoredTable table : snapshot.tables()) {
        Lines lines = new Lines();
        snapshot.copy(table, lines);
        back.put(table.name(), lines.sum);
      }
    }
    return back;
  }

  /** The digests of all lines added up: the same in whatever order they lie. */
  private static final class Lines extends OutputStream {
    private final MessageDigest digest = Sha256.digest();
    private long sum;
    private long count;

    @Override
    public void write(int one) {
      digest.update((byte) one);
      if (one == '\n') {
        sum += ByteBuffer.wrap(digest.digest()).getLong();
        count++;
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      for (int at = offset; at < offset + length; at++) {
        write(bytes[at]);
      }
    }
  }
}
