package jp.tsunagi.base.trace;

import static jp.tsunagi.schema.Tables.AUDIT_EVENT;
import static jp.tsunagi.schema.Tables.AUDIT_SUBJECT;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;
import org.jooq.JSONB;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Writes the trace, in the transaction of what is traced: either both are there or neither. */
public final class Trace {
  private final TraceKey key;

  public Trace(TraceKey key) {
    this.key = key;
  }

  /** Adds the row, and one subject row per child. */
  public void write(Tx tx, Entry entry) {
    UUID event = Id.fresh();
    int ordinal = tx.nextOrdinal();
    byte[] canonical = canonical(tx, entry, event, ordinal);
    Actor actor = Actor.of(tx);
    var at = tx.now().atOffset(ZoneOffset.UTC);
    tx.sql()
        .insertInto(AUDIT_EVENT)
        .set(AUDIT_EVENT.TENANT_ID, tx.tenant())
        .set(AUDIT_EVENT.EVENT_ID, event)
        .set(
            AUDIT_EVENT.TRANSACTION_ID,
            DSL.field("pg_current_xact_id()::text::bigint", SQLDataType.BIGINT))
        .set(AUDIT_EVENT.ORDINAL, ordinal)
        .set(AUDIT_EVENT.AT, at)
        .set(AUDIT_EVENT.ACTOR_KIND, actor.kind())
        .set(AUDIT_EVENT.ACTOR_ID, actor.id().orElse(null))
        .set(AUDIT_EVENT.ACTOR_NAME, actor.name())
        .set(AUDIT_EVENT.ASSIGNMENT_ID, seat(actor, entry).map(Seat::assignment).orElse(null))
        .set(AUDIT_EVENT.ORGANISATION_ID, seat(actor, entry).map(Seat::organisation).orElse(null))
        .set(AUDIT_EVENT.ACTION, entry.action().name())
        .set(AUDIT_EVENT.CHILD_ID, entry.children().size() == 1 ? first(entry) : null)
        .set(AUDIT_EVENT.ITEM_ID, entry.item().orElse(null))
        .set(AUDIT_EVENT.GROUND, entry.ground().orElse(null))
        .set(AUDIT_EVENT.PURPOSE, entry.purpose().orElse(null))
        .set(AUDIT_EVENT.REQUEST_ID, tx.request())
        .set(AUDIT_EVENT.DETAIL, entry.about().map(Trace::detail).orElse(null))
        .set(AUDIT_EVENT.CANONICAL, canonical)
        .set(AUDIT_EVENT.HASH, key.hash(canonical))
        .execute();
    writeSubjects(tx, entry, event);
    Coverage.note(entry.action());
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

  private static JSONB detail(String about) {
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

  /** Every value in a fixed order, each with its length before it: no two rows look alike. */
  private static byte[] canonical(Tx tx, Entry entry, UUID event, int ordinal) {
    Actor actor = Actor.of(tx);
    Stream<Object> values =
        Stream.concat(
            Stream.of(
                tx.tenant(),
                event,
                ordinal,
                tx.now(),
                actor.kind(),
                actor.id().map(UUID::toString).orElse(""),
                seat(actor, entry).map(seat -> seat.assignment().toString()).orElse(""),
                entry.action(),
                entry.item().map(Object::toString).orElse(""),
                entry.ground().orElse(""),
                entry.purpose().orElse(""),
                entry.about().orElse(""),
                tx.request()),
            entry.children().stream());
    StringBuilder text = new StringBuilder();
    values
        .map(Object::toString)
        .forEach(value -> text.append(value.length()).append(':').append(value));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
