package jp.tsunagi.run.ledger;

import static jp.tsunagi.schema.Tables.LEDGER_RUN;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.run.ledger.UploadSql.Upload;

/** Keeps how far the taking in of a ledger is. */
final class RunSql {
  private RunSql() {}

  /** Where it stands. */
  enum State {
    /** Rows are being taken in; none of them is on record yet. */
    RUNNING,
    /** All of them are on record. */
    DONE,
    /** Something went wrong and nothing was taken in. */
    FAILED
  }

  /**
   * A ledger on its way in.
   *
   * @param told when it last told how far it is
   */
  record Run(UUID upload, State state, int rows, int done, Instant told) {}

  static void begin(Tx tx, StaffId staff, Upload upload) {
    tx.sql()
        .insertInto(LEDGER_RUN)
        .set(LEDGER_RUN.TENANT_ID, tx.tenant())
        .set(LEDGER_RUN.UPLOAD_ID, upload.id())
        .set(LEDGER_RUN.ORGANISATION_ID, upload.organisation())
        .set(LEDGER_RUN.STATE, State.RUNNING.name())
        .set(LEDGER_RUN.ROWS, 0)
        .set(LEDGER_RUN.DONE, 0)
        .set(LEDGER_RUN.STARTED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(LEDGER_RUN.STARTED_BY, staff.value())
        .set(LEDGER_RUN.TOLD_AT, tx.now().atOffset(ZoneOffset.UTC))
        .execute();
  }

  static void tell(Tx tx, UUID upload, int rows, int done) {
    tx.sql()
        .update(LEDGER_RUN)
        .set(LEDGER_RUN.ROWS, rows)
        .set(LEDGER_RUN.DONE, done)
        .set(LEDGER_RUN.TOLD_AT, tx.now().atOffset(ZoneOffset.UTC))
        .where(LEDGER_RUN.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_RUN.UPLOAD_ID.eq(upload))
        .execute();
  }

  static void end(Tx tx, UUID upload, State state) {
    tx.sql()
        .update(LEDGER_RUN)
        .set(LEDGER_RUN.STATE, state.name())
        .set(LEDGER_RUN.TOLD_AT, tx.now().atOffset(ZoneOffset.UTC))
        .where(LEDGER_RUN.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_RUN.UPLOAD_ID.eq(upload))
        .execute();
  }

  static Optional<Run> find(Tx tx, StaffId staff, UUID upload) {
    return tx.sql()
        .selectFrom(LEDGER_RUN)
        .where(LEDGER_RUN.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_RUN.UPLOAD_ID.eq(upload))
        .and(LEDGER_RUN.STARTED_BY.eq(staff.value()))
        .fetchOptional(row ->
            new Run(
                row.getUploadId(),
                State.valueOf(row.getState()),
                row.getRows(),
                row.getDone(),
                row.getToldAt().toInstant()));
  }
}
