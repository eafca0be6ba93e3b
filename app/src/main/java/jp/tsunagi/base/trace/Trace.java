package jp.tsunagi.base.trace;

import static jp.tsunagi.schema.Tables.AUDIT_EVENT;
import static jp.tsunagi.schema.Tables.AUDIT_SUBJECT;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.AuditEventRecord;
import org.jooq.JSONB;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Writes the trace, in the transaction of what is traced: either both are there or neither. */
public final class Trace {
  private final TraceKey key;
  private final LongAdder refusedSignIns = new LongAdder();

  public Trace(TraceKey key) {
    this.key = key;
  }

  /** Adds the row, and one subject row per child. */
  public void write(Tx tx, Entry entry) {
    tx.besides(() -> add(tx, entry));
    if (entry.action() == Action.SIGN_IN_REFUSED) {
      refusedSignIns.increment();
    }
    Coverage.note(entry.action());
  }

  /** How many rows of sign-ins that were not taken were written here since the start. */
  long refusedSignIns() {
    return refusedSignIns.sum();
  }

  private UUID add(Tx tx, Entry entry) {
    AuditEventRecord row = row(tx, entry);
    byte[] canonical = Canonical.of(row, names(entry)).bytes();
    row.setCanonical(canonical);
    row.setHash(key.hash(canonical));
    tx.sql()
        .insertInto(AUDIT_EVENT)
        .set(row)
        .set(AUDIT_EVENT.TRANSACTION_ID, DSL.field("trace_transaction()", SQLDataType.BIGINT))
        .execute();
    writeSubjects(tx, entry, row.getEventId());
    return row.getEventId();
  }

  private static AuditEventRecord row(Tx tx, Entry entry) {
    Actor actor = Actor.of(tx);
    AuditEventRecord row = tx.sql().newRecord(AUDIT_EVENT);
    row.setTenantId(tx.tenant());
    row.setEventId(Id.fresh());
    row.setOrdinal(tx.nextOrdinal());
    row.setAt(tx.now().atOffset(ZoneOffset.UTC));
    row.setActorKind(actor.kind());
    row.setActorId(actor.id().orElse(null));
    row.setActorName(actor.name());
    row.setAssignmentId(seat(actor, entry).map(Seat::assignment).orElse(null));
    row.setOrganisationId(seat(actor, entry).map(Seat::organisation).orElse(null));
    row.setAction(entry.action().name());
    row.setChildId(entry.children().size() == 1 ? first(entry) : null);
    row.setItemId(entry.item().orElse(null));
    row.setGround(entry.ground().orElse(null));
    row.setPurpose(entry.purpose().orElse(null));
    row.setRequestId(tx.request());
    row.setDetail(entry.about().map(Trace::detail).orElse(null));
    return row;
  }

  private static Set<String> names(Entry entry) {
    return entry.children().stream().map(Object::toString).collect(Collectors.toSet());
  }

  /**
   * Like {@link #write}, unless the same actor left the same row of the same item a short while
   * ago: writing with autosave is one act and one row.
   */
  public void writeOnceIn(Tx tx, Duration stretch, Entry entry) {
    if (left(tx, tx.now().minus(stretch), entry)) {
      Coverage.note(entry.action());
    } else {
      write(tx, entry);
    }
  }

  /** The trace itself is read by the program only. */
  private static boolean left(Tx tx, Instant since, Entry entry) {
    UUID actor = Actor.of(tx).id().orElseThrow();
    return tx.as(
        new Actor.Job(tx.tenant(), "trace"),
        () ->
            tx.sql()
                .fetchExists(
                    DSL.selectOne()
                        .from(AUDIT_EVENT)
                        .where(AUDIT_EVENT.TENANT_ID.eq(tx.tenant()))
                        .and(AUDIT_EVENT.CHILD_ID.eq(first(entry)))
                        .and(AUDIT_EVENT.AT.gt(since.atOffset(ZoneOffset.UTC)))
                        .and(AUDIT_EVENT.ACTOR_ID.eq(actor))
                        .and(AUDIT_EVENT.ACTION.eq(entry.action().name()))
                        .and(
                            entry
                                .item()
                                .map(AUDIT_EVENT.ITEM_ID::eq)
                                .orElse(AUDIT_EVENT.ITEM_ID.isNull()))));
  }

  private static void writeSubjects(Tx tx, Entry entry, UUID event) {
    if (entry.children().isEmpty()) {
      return;
    }
    List<UpdatableRecord<?>> rows = new ArrayList<>();
    for (ChildId child : entry.children()) {
      var row = tx.sql().newRecord(AUDIT_SUBJECT);
      row.setTenantId(tx.tenant());
      row.setChildId(child);
      row.setAt(tx.now().atOffset(ZoneOffset.UTC));
      row.setEventId(event);
      rows.add(row);
    }
    tx.sql().batchInsert(rows).execute();
  }

  /** How what a row is about stands in the table, to find such rows again. */
  public static JSONB detail(String about) {
    if (!about.matches("[A-Za-z0-9_.=: -]+")) {
      throw new IllegalArgumentException("a word and an id, nothing typed: " + about);
    }
    return JSONB.valueOf("{\"about\": \"" + about + "\"}");
  }

  private static ChildId first(Entry entry) {
    return entry.children().iterator().next();
  }

  /** The seat the entry names, or the only one the staff member has. */
  private static java.util.Optional<Seat> seat(Actor actor, Entry entry) {
    if (entry.seat().isEmpty() && actor instanceof Actor.Staff staff && staff.seats().size() == 1) {
      return java.util.Optional.of(staff.seats().getFirst());
    }
    return entry.seat();
  }
}
