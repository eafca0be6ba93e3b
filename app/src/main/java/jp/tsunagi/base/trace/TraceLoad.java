package jp.tsunagi.base.trace;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.BulkLoad;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.schema.tables.records.AuditEventRecord;

/**
 * The trace of a made-up municipality, copied in: rows as {@link Trace} writes them, hashed under
 * the same key, of the transaction that copies. The program's own sealing finds and seals them like
 * any others.
 */
public final class TraceLoad {
  /** What it fills. */
  public static final List<BulkLoad.Table> TABLES = List.of(Table.values());

  /**
   * What a member of staff did.
   *
   * @param ground as in the trace; why the children were shown
   */
  public record Event(
      UUID id,
      Instant at,
      UUID staff,
      String name,
      AssignmentId seat,
      OrganisationId place,
      Action action,
      String ground,
      List<ChildId> children,
      UUID request) {}

  private enum Table implements BulkLoad.Table {
    AUDIT_EVENT(
        "event_id, transaction_id, ordinal, at, actor_kind, actor_id, actor_name, assignment_id,"
            + " organisation_id, action, child_id, ground, request_id, canonical, hash"),
    AUDIT_SUBJECT("child_id, at, event_id");

    private final String columns;

    Table(String columns) {
      this.columns = columns;
    }

    @Override
    public String table() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String columns() {
      return columns;
    }
  }

  private final TraceKey key;
  private final BulkLoad loading;
  private final long transaction;
  private int ordinal;

  /** Rows of one transaction. */
  public TraceLoad(TraceKey key, BulkLoad loading) {
    this.key = key;
    this.loading = loading;
    this.transaction = loading.transaction();
  }

  /** Keeps the row of an event, and one for each child that it showed. */
  public void add(Event event) {
    AuditEventRecord row = row(event);
    Set<String> children =
        event.children().stream().map(Object::toString).collect(Collectors.toSet());
    byte[] canonical = Canonical.of(row, children).bytes();
    loading.add(
        Table.AUDIT_EVENT,
        row.getEventId(),
        transaction,
        row.getOrdinal(),
        row.getAt(),
        row.getActorKind(),
        row.getActorId(),
        row.getActorName(),
        row.getAssignmentId(),
        row.getOrganisationId(),
        row.getAction(),
        row.getChildId(),
        row.getGround(),
        row.getRequestId(),
        bytes(canonical),
        bytes(key.hash(canonical)));
    event
        .children()
        .forEach(child -> loading.add(Table.AUDIT_SUBJECT, child, row.getAt(), row.getEventId()));
  }

  private AuditEventRecord row(Event event) {
    AuditEventRecord row = new AuditEventRecord();
    row.setTenantId(loading.tenant());
    row.setEventId(event.id());
    row.setOrdinal(ordinal++);
    row.setAt(event.at().atOffset(ZoneOffset.UTC));
    row.setActorKind("STAFF");
    row.setActorId(event.staff());
    row.setActorName(event.name());
    row.setAssignmentId(event.seat());
    row.setOrganisationId(event.place());
    row.setAction(event.action().name());
    row.setChildId(event.children().size() == 1 ? event.children().getFirst() : null);
    row.setGround(event.ground());
    row.setRequestId(event.request());
    return row;
  }

  /** As PostgreSQL reads them. */
  private static String bytes(byte[] bytes) {
    return "\\x" + HexFormat.of().formatHex(bytes);
  }
}
