package jp.tsunagi.run.backup;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.base.database.Snapshot;
import jp.tsunagi.base.database.StoredTable;

/**
 * What stands at the head of a backup.
 *
 * @param format of the file; this program writes and reads {@value #FORMAT}
 * @param takenAt the moment, ISO 8601 in UTC
 * @param schemaVersion as Flyway numbers it
 * @param incarnation which life of the database it is a picture of
 * @param months of the trace, {@code yyyyMM}
 * @param heads the end of what is sealed, by municipality
 * @param tables in the order in which they follow
 */
public record Manifest(
    int format,
    String takenAt,
    String schemaVersion,
    int incarnation,
    List<String> months,
    List<Snapshot.Head> heads,
    List<StoredTable> tables) {
  static final int FORMAT = 1;

  public Manifest {
    months = List.copyOf(months);
    for (String month : months) {
      YearMonth.parse(month, DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT));
    }
    heads = List.copyOf(heads);
    tables = List.copyOf(tables);
  }

  /** The head of a backup of this moment. */
  public static Manifest of(Snapshot snapshot, java.time.Instant now) {
    return new Manifest(
        FORMAT,
        now.toString(),
        snapshot.schemaVersion(),
        snapshot.incarnation(),
        snapshot.months(),
        snapshot.heads(),
        snapshot.tables());
  }
}
