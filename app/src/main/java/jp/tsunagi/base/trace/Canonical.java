package jp.tsunagi.base.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.schema.tables.records.AuditEventRecord;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one audit row that its keyed hash covers: every column in a fixed order, then the
 * children it showed, sorted; each value with its length before it, so that no two rows look alike.
 * The transaction number is covered by the seal instead. docs/trace.md has the format.
 */
record Canonical(byte[] bytes) {
  private static final int COLUMNS = 16;

  /** The bytes of a row that is about to be written, or that stands in the table. */
  static Canonical of(AuditEventRecord row, Set<String> children) {
    StringBuilder text = new StringBuilder();
    columns(row).forEach(value -> append(text, value));
    new TreeSet<>(children).forEach(child -> append(text, child));
    return new Canonical(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<@Nullable Object> columns(AuditEventRecord row) {
    return Arrays.asList(
        row.getTenantId(),
        row.getEventId(),
        row.getOrdinal(),
        row.getAt().toInstant(),
        row.getActorKind(),
        row.getActorId(),
        row.getActorName(),
        row.getAssignmentId(),
        row.getOrganisationId(),
        row.getAction(),
        row.getChildId(),
        row.getItemId(),
        row.getGround(),
        row.getPurpose(),
        row.getRequestId(),
        detail(row.getDetail()));
  }

  private static @Nullable Object detail(@Nullable JSONB detail) {
    return detail == null ? null : detail.data();
  }

  private static void append(StringBuilder text, @Nullable Object value) {
    String shown = value == null ? "" : value.toString();
    text.append(shown.length()).append(':').append(shown);
  }

  /**
   * The children named in the bytes of a row.
   *
   * @throws IllegalArgumentException when the bytes are not of this format
   */
  static Set<String> children(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Set<String> children = new TreeSet<>();
    int at = 0;
    for (int number = 0; at < text.length(); number++) {
      int colon = text.indexOf(':', at);
      if (colon < 0) {
        throw new IllegalArgumentException("a length is missing");
      }
      int from = colon + 1;
      int to = from + Integer.parseInt(text.substring(at, colon));
      if (to > text.length() || to < from) {
        throw new IllegalArgumentException("a value is cut off");
      }
      if (number >= COLUMNS) {
        children.add(text.substring(from, to));
      }
      at = to;
    }
    return children;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Canonical(byte[] others) && Arrays.equals(bytes, others);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
