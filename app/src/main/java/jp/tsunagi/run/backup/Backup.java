package jp.tsunagi.run.backup;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import jp.tsunagi.base.database.DatabaseAddress;
import jp.tsunagi.base.database.Installation;
import jp.tsunagi.base.database.Refill;
import jp.tsunagi.base.database.Snapshot;
import jp.tsunagi.base.database.StoredTable;

/** Takes an installation out into a file, and brings it back. */
public final class Backup {
  private Backup() {}

  /**
   * Writes everything that stands in a database at the moment of the snapshot.
   *
   * @param secret of the installation
   * @param now the moment, as it will stand in the file
   * @param progress is told of each table
   * @return what each table came to
   */
  public static List<TableSum> take(
      Snapshot snapshot,
      BackupWriter writer,
      byte[] secret,
      Instant now,
      Consumer<TableSum> progress) {
    Manifest manifest = Manifest.of(snapshot, now);
    writer.head(manifest, secret);
    List<TableSum> sums =
        manifest.tables().stream().map(table -> take(snapshot, writer, table, progress)).toList();
    writer.commit();
    return sums;
  }

  private static TableSum take(
      Snapshot snapshot, BackupWriter writer, StoredTable table, Consumer<TableSum> progress) {
    TableSum sum = writer.table(table.name(), out -> snapshot.copy(table, out));
    progress.accept(sum);
    return sum;
  }

  /**
   * Fills an empty database with what is in a backup, all of it or nothing. The schema is that of
   * the backup; {@link Installation#prepare} brings it to that of this program.
   *
   * @param incarnation which life of the database begins; later than any before
   * @param progress is told of each table
   * @throws jp.tsunagi.base.database.InstallationRefused when there is something in the database,
   *     or this program does not know the schema
   * @throws jp.tsunagi.base.database.RefillRefused when the rows do not fit
   * @throws BackupRefused when the file was cut off or changed
   */
  public static void bringBack(
      BackupReader reader, DatabaseAddress address, int incarnation, Consumer<TableSum> progress) {
    new Installation(address).prepareEmpty(reader.manifest().schemaVersion());
    try (Refill refill = new Refill(address)) {
      refill.expect(reader.manifest().tables());
      refill.addMonths(reader.manifest().months());
      reader.read((table, rows) -> {
        long copied = refill.copy(table, rows);
        progress.accept(new TableSum(table.name(), copied, ""));
        return copied;
      });
      refill.commit(incarnation, reader.manifest().heads());
    }
  }
}
