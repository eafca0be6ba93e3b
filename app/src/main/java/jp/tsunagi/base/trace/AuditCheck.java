package jp.tsunagi.base.trace;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;

/**
 * Checks the trace of a municipality: every row against its keyed hash, every seal against its rows
 * and the seal before, every seal kept outside against the table. Finds any change, insertion,
 * deletion, reordering and truncation of what is sealed; a cut of the newest seals together with
 * their rows only by the seals kept outside. Reads everything once, in one snapshot.
 */
public final class AuditCheck {
  private static final int REPORTED_EVERY = 100_000;

  private final Database database;
  private final TraceKey key;

  public AuditCheck(Database database, TraceKey key) {
    this.database = database;
    this.key = key;
  }

  /**
   * Checks one municipality.
   *
   * @param outside hashes of seals kept outside, by their places, in hexadecimal
   * @param progress is told how many rows have been checked
   */
  public AuditReport check(
      TenantId tenant, Map<KeptSeals.Place, String> outside, LongConsumer progress) {
    return database.call(
        Sealer.job(tenant),
        tx -> {
          tx.sql().execute("set transaction isolation level repeatable read, read only");
          return check(tx, new LinkedHashMap<>(outside), progress);
        });
  }

  private AuditReport check(Tx tx, Map<KeptSeals.Place, String> outside, LongConsumer progress) {
    Findings findings = new Findings();
    Subjects subjects = new Subjects(key);
    Stretches stretches = new Stretches(key, findings, outside);
    long events = 0;
    // two cursors over one snapshot: the rows, and the seals they must fill
    try (var seals = SealSql.seals(tx);
        var rows = SealSql.events(tx)) {
      stretches.begin(seals);
      for (var row : rows) {
        checkRow(row, subjects, findings);
        stretches.row(row.getTransactionId(), row.getOrdinal(), row.getHash());
        Restored.of(row).ifPresent(stretches::restored);
        if (++events % REPORTED_EVERY == 0) {
          progress.accept(events);
        }
      }
      stretches.end();
    }
    checkSubjects(tx, subjects, findings);
    return new AuditReport(
        tx.tenant(),
        events,
        stretches.unsealed(),
        stretches.count(),
        stretches.leftBehind(),
        findings.all());
  }

  private void checkRow(
      jp.tsunagi.schema.tables.records.AuditEventRecord row, Subjects subjects, Findings findings) {
    Set<String> children;
    try {
      children = Canonical.children(row.getCanonical());
    } catch (IllegalArgumentException notOurFormat) {
      findings.add(new AuditFinding.RowChanged(row.getEventId().toString()));
      return;
    }
    boolean same = new Canonical(row.getCanonical()).equals(Canonical.of(row, children));
    if (!same || !Arrays.equals(key.hash(row.getCanonical()), row.getHash())) {
      findings.add(new AuditFinding.RowChanged(row.getEventId().toString()));
    }
    for (String child : children) {
      subjects.named(row.getAt(), row.getEventId().toString(), child);
    }
  }

  private static void checkSubjects(Tx tx, Subjects subjects, Findings findings) {
    try (var rows = SealSql.subjects(tx)) {
      rows.forEach(row ->
          subjects.stored(row.getAt(), row.getEventId().toString(), row.getChildId().toString()));
    }
    List<java.time.LocalDate> days = subjects.differing();
    days.forEach(day -> findings.add(new AuditFinding.SubjectsChanged(day)));
  }
}
