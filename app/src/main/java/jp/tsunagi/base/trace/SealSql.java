package jp.tsunagi.base.trace;

import static jp.tsunagi.schema.Tables.AUDIT_EVENT;
import static jp.tsunagi.schema.Tables.AUDIT_SEAL;
import static jp.tsunagi.schema.Tables.AUDIT_SUBJECT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.AuditEventRecord;
import jp.tsunagi.schema.tables.records.AuditSealRecord;
import jp.tsunagi.schema.tables.records.AuditSubjectRecord;
import org.jooq.Cursor;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The statements of sealing and of checking the trace. */
final class SealSql {
  private static final int FETCHED = 5_000;

  /** Acts after which somebody may read less, or which must be done again when they are lost. */
  private static final List<String> NARROWING =
      Stream.of(
              Action.WITHDRAW_CONSENT,
              Action.OBJECT,
              Action.CHANGE_COMPARTMENT,
              Action.LEGAL_GROUND,
              Action.SHOW_TO_FAMILY,
              Action.DISPOSE,
              Action.MOVE_SHEET,
              Action.REQUEST,
              Action.OFFER_HANDOVER,
              Action.CHANGE_CHILD,
              Action.CHANGE_INVOLVEMENT,
              Action.TERMINAL,
              Action.ADMINISTER)
          .map(Action::name)
          .toList();

  private SealSql() {}

  /**
   * The number from which on a transaction may still be under way; none below it is, in this life
   * of the database or an earlier one.
   */
  static long oldestUnderWay(Tx tx) {
    return tx.sql()
        .select(DSL.field("trace_oldest_under_way()", SQLDataType.BIGINT))
        .fetchSingle()
        .value1();
  }

  static Optional<Seal> last(Tx tx) {
    return tx.sql()
        .selectFrom(AUDIT_SEAL)
        .where(AUDIT_SEAL.TENANT_ID.eq(tx.tenant()))
        .orderBy(AUDIT_SEAL.NUMBER.desc())
        .limit(1)
        .fetchOptional(SealSql::seal);
  }

  /**
   * The newest one of an earlier life of the database than the one that begins with this number.
   */
  static Optional<Seal> lastBefore(Tx tx, long beginning) {
    return tx.sql()
        .selectFrom(AUDIT_SEAL)
        .where(AUDIT_SEAL.TENANT_ID.eq(tx.tenant()))
        .and(AUDIT_SEAL.TO_TRANSACTION.le(beginning))
        .orderBy(AUDIT_SEAL.NUMBER.desc())
        .limit(1)
        .fetchOptional(SealSql::seal);
  }

  static Cursor<AuditSealRecord> seals(Tx tx) {
    return tx.sql()
        .selectFrom(AUDIT_SEAL)
        .where(AUDIT_SEAL.TENANT_ID.eq(tx.tenant()))
        .orderBy(AUDIT_SEAL.NUMBER)
        .fetchSize(FETCHED)
        .fetchLazy();
  }

  /** Adds the rows of a stretch to a tree, in their order. */
  static void leaves(Tx tx, long from, long to, Merkle rows) {
    try (var cursor =
        tx.sql()
            .select(AUDIT_EVENT.TRANSACTION_ID, AUDIT_EVENT.ORDINAL, AUDIT_EVENT.HASH)
            .from(AUDIT_EVENT)
            .where(AUDIT_EVENT.TENANT_ID.eq(tx.tenant()))
            .and(AUDIT_EVENT.TRANSACTION_ID.ge(from))
            .and(AUDIT_EVENT.TRANSACTION_ID.lt(to))
            .orderBy(AUDIT_EVENT.TRANSACTION_ID, AUDIT_EVENT.ORDINAL)
            .fetchSize(FETCHED)
            .fetchLazy()) {
      cursor.forEach(row -> rows.add(row.value1(), row.value2(), row.value3()));
    }
  }

  /** How many rows of a stretch may say that somebody is to read less from then on. */
  static long narrowing(Tx tx, long from, long to) {
    return tx.sql()
        .fetchCount(
            AUDIT_EVENT,
            AUDIT_EVENT
                .TENANT_ID
                .eq(tx.tenant())
                .and(AUDIT_EVENT.TRANSACTION_ID.ge(from))
                .and(AUDIT_EVENT.TRANSACTION_ID.lt(to))
                .and(AUDIT_EVENT.ACTION.in(NARROWING)));
  }

  static void add(Tx tx, Seal seal) {
    tx.sql()
        .insertInto(AUDIT_SEAL)
        .set(AUDIT_SEAL.TENANT_ID, seal.tenant())
        .set(AUDIT_SEAL.NUMBER, seal.number())
        .set(AUDIT_SEAL.FROM_TRANSACTION, seal.from())
        .set(AUDIT_SEAL.TO_TRANSACTION, seal.to())
        .set(AUDIT_SEAL.EVENTS, seal.events())
        .set(AUDIT_SEAL.ROOT, seal.root())
        .set(AUDIT_SEAL.PREVIOUS, seal.previous())
        .set(AUDIT_SEAL.SEALED_AT, seal.sealedAt().atOffset(ZoneOffset.UTC))
        .set(AUDIT_SEAL.HASH, seal.hash())
        .execute();
  }

  /** When the oldest row that no seal covers was written. */
  static Optional<Instant> oldestUnsealed(Tx tx, long from) {
    return tx.sql()
        .select(AUDIT_EVENT.AT)
        .from(AUDIT_EVENT)
        .where(AUDIT_EVENT.TENANT_ID.eq(tx.tenant()))
        .and(AUDIT_EVENT.TRANSACTION_ID.ge(from))
        .orderBy(AUDIT_EVENT.TRANSACTION_ID)
        .limit(1)
        .fetchOptional(row -> row.value1().toInstant());
  }

  /** Every row, in the order of sealing. */
  static Cursor<AuditEventRecord> events(Tx tx) {
    return tx.sql()
        .selectFrom(AUDIT_EVENT)
        .where(AUDIT_EVENT.TENANT_ID.eq(tx.tenant()))
        .orderBy(AUDIT_EVENT.TRANSACTION_ID, AUDIT_EVENT.ORDINAL)
        .fetchSize(FETCHED)
        .fetchLazy();
  }

  static Cursor<AuditSubjectRecord> subjects(Tx tx) {
    return tx.sql()
        .selectFrom(AUDIT_SUBJECT)
        .where(AUDIT_SUBJECT.TENANT_ID.eq(tx.tenant()))
        .fetchSize(FETCHED)
        .fetchLazy();
  }

  static Seal seal(AuditSealRecord row) {
    return new Seal(
        row.getTenantId(),
        row.getNumber(),
        row.getFromTransaction(),
        row.getToTransaction(),
        row.getEvents(),
        row.getRoot(),
        row.getPrevious(),
        row.getSealedAt().toInstant(),
        row.getHash());
  }
}
