package jp.tsunagi.base.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.AuditEventRecord;

/**
 * The row by which a restore says in the trace that it was one: which life of the database begins,
 * and the last seal of the backup. What was sealed after it in an earlier life is left behind.
 *
 * @param incarnation of the life that begins
 * @param head number of the last seal that came with the backup; 0 when there was none
 */
public record Restored(int incarnation, long head) {
  private static final String WORD = "installation.restored";
  private static final Pattern ABOUT = Pattern.compile(WORD + "=(\\d+) seal=(\\d+)");

  /** Leaves the row. */
  public void write(Tx tx, Trace trace) {
    trace.write(tx, Entry.of(Action.ADMINISTER).about(WORD + "=" + incarnation + " seal=" + head));
  }

  static Optional<Restored> of(AuditEventRecord row) {
    if (!row.getAction().equals(Action.ADMINISTER.name()) || row.getDetail() == null) {
      return Optional.empty();
    }
    Matcher about = ABOUT.matcher(row.getDetail().data());
    return about.find()
        ? Optional.of(
            new Restored(Integer.parseInt(about.group(1)), Long.parseLong(about.group(2))))
        : Optional.empty();
  }
}
