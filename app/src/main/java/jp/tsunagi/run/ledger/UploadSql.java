package jp.tsunagi.run.ledger;

import static jp.tsunagi.schema.Tables.LEDGER_UPLOAD;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;

/** Keeps an uploaded ledger between looking at it and taking it in; one a person, for a day. */
final class UploadSql {
  private static final Duration KEPT = Duration.ofDays(1);

  private UploadSql() {}

  /** An uploaded ledger. */
  record Upload(UUID id, OrganisationId organisation, String name, byte[] content) {}

  static Upload keep(
      Tx tx, StaffId staff, OrganisationId organisation, String name, byte[] content) {
    tx.sql()
        .deleteFrom(LEDGER_UPLOAD)
        .where(LEDGER_UPLOAD.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_UPLOAD.UPLOADED_BY.eq(staff.value()))
        .execute();
    UUID id = Id.fresh();
    tx.sql()
        .insertInto(LEDGER_UPLOAD)
        .set(LEDGER_UPLOAD.TENANT_ID, tx.tenant())
        .set(LEDGER_UPLOAD.UPLOAD_ID, id)
        .set(LEDGER_UPLOAD.ORGANISATION_ID, organisation)
        .set(LEDGER_UPLOAD.NAME, name)
        .set(LEDGER_UPLOAD.CONTENT, content)
        .set(LEDGER_UPLOAD.UPLOADED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(LEDGER_UPLOAD.UPLOADED_BY, staff.value())
        .execute();
    return new Upload(id, organisation, name, content);
  }

  static Optional<Upload> find(Tx tx, StaffId staff, UUID id) {
    return tx.sql()
        .selectFrom(LEDGER_UPLOAD)
        .where(LEDGER_UPLOAD.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_UPLOAD.UPLOAD_ID.eq(id))
        .and(LEDGER_UPLOAD.UPLOADED_BY.eq(staff.value()))
        .and(LEDGER_UPLOAD.UPLOADED_AT.gt(tx.now().minus(KEPT).atOffset(ZoneOffset.UTC)))
        .fetchOptional(row ->
            new Upload(
                row.getUploadId(), row.getOrganisationId(), row.getName(), row.getContent()));
  }

  /** Removes what nobody may look at any more. */
  static void removeOutlived(Tx tx) {
    tx.sql()
        .deleteFrom(LEDGER_UPLOAD)
        .where(LEDGER_UPLOAD.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_UPLOAD.UPLOADED_AT.le(tx.now().minus(KEPT).atOffset(ZoneOffset.UTC)))
        .execute();
  }

  static boolean drop(Tx tx, UUID id) {
    return tx.sql()
            .deleteFrom(LEDGER_UPLOAD)
            .where(LEDGER_UPLOAD.TENANT_ID.eq(tx.tenant()))
            .and(LEDGER_UPLOAD.UPLOAD_ID.eq(id))
            .execute()
        > 0;
  }
}
