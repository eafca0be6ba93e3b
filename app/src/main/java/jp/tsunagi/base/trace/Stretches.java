package jp.tsunagi.base.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import jp.tsunagi.schema.tables.records.AuditSealRecord;
import org.jooq.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Lets the rows of the trace pass by in their order and compares each sealed stretch with its seal.
 */
final class Stretches {
  private final TraceKey key;
  private final Findings findings;
  private final Map<KeptSeals.Place, String> outside;
  private final List<Restored> restored = new ArrayList<>();
  private Iterator<AuditSealRecord> seals = java.util.Collections.emptyIterator();
  private Seal.Previous before = Seal.Previous.NONE;
  private @Nullable Seal current;
  private Merkle rows = new Merkle();
  private long unsealed;
  private long count;

  /**
   * @param outside seals kept outside; each that is met is taken out
   */
  Stretches(TraceKey key, Findings findings, Map<KeptSeals.Place, String> outside) {
    this.key = key;
    this.findings = findings;
    this.outside = outside;
  }

  void begin(Cursor<AuditSealRecord> all) {
    seals = all.iterator();
    advance();
  }

  void row(long transaction, int ordinal, byte[] hash) {
    while (current != null && transaction >= current.to()) {
      close(current);
      advance();
    }
    if (current == null) {
      unsealed++;
    } else {
      rows.add(transaction, ordinal, hash);
    }
  }

  void end() {
    while (current != null) {
      close(current);
      advance();
    }
    for (KeptSeals.Place place : outside.keySet()) {
      if (!leftBehind(place)) {
        findings.add(new AuditFinding.KeptOutsideDiffers(place.number()));
      }
    }
  }

  /** A later life of the database began. */
  void restored(Restored life) {
    restored.add(life);
  }

  /** How many seals kept outside a restore left behind: acts after the backup. */
  long leftBehind() {
    return outside.keySet().stream().filter(this::leftBehind).count();
  }

  private boolean leftBehind(KeptSeals.Place place) {
    return restored.stream()
        .anyMatch(life ->
            life.incarnation() > place.incarnation() && KeptSeals.isAfter(place, life.head()));
  }

  long unsealed() {
    return unsealed;
  }

  long count() {
    return count;
  }

  private void advance() {
    current = seals.hasNext() ? SealSql.seal(seals.next()) : null;
    rows = new Merkle();
  }

  private void close(Seal seal) {
    count++;
    if (!Arrays.equals(seal.under(key).hash(), seal.hash())) {
      findings.add(new AuditFinding.SealChanged(seal.number()));
    }
    if (seal.number() != before.number() + 1
        || seal.from() != before.to()
        || !Arrays.equals(seal.previous(), before.hash())) {
      findings.add(new AuditFinding.ChainBroken(seal.number()));
    }
    if (rows.count() != seal.events() || !Arrays.equals(rows.root(), seal.root())) {
      findings.add(new AuditFinding.StretchChanged(seal.number(), seal.events(), rows.count()));
    }
    String kept = outside.remove(seal.place());
    if (kept != null && !kept.equals(Seal.hex(seal.hash()))) {
      findings.add(new AuditFinding.KeptOutsideDiffers(seal.number()));
    }
    before = seal.asPrevious();
  }
}
