package jp.tsunagi.record.idea;

import static jp.tsunagi.schema.Tables.IDEA_UPLOAD;

import java.time.ZoneOffset;
import java.util.Optional;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;

/** The file an administrator looks at before it is taken. */
final class IdeaUploadSql {
  private IdeaUploadSql() {}

  static void keep(Tx tx, StaffId by, String name, byte[] content) {
    drop(tx, by);
    tx.sql()
        .insertInto(IDEA_UPLOAD)
        .set(IDEA_UPLOAD.TENANT_ID, tx.tenant())
        .set(IDEA_UPLOAD.STAFF_ID, by)
        .set(IDEA_UPLOAD.NAME, name)
        .set(IDEA_UPLOAD.CONTENT, content)
        .set(IDEA_UPLOAD.UPLOADED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .execute();
  }

  static Optional<byte[]> find(Tx tx, StaffId by) {
    return tx.sql()
        .select(IDEA_UPLOAD.CONTENT)
        .from(IDEA_UPLOAD)
        .where(IDEA_UPLOAD.TENANT_ID.eq(tx.tenant()))
        .and(IDEA_UPLOAD.STAFF_ID.eq(by))
        .fetchOptional(IDEA_UPLOAD.CONTENT);
  }

  static void drop(Tx tx, StaffId by) {
    tx.sql()
        .deleteFrom(IDEA_UPLOAD)
        .where(IDEA_UPLOAD.TENANT_ID.eq(tx.tenant()))
        .and(IDEA_UPLOAD.STAFF_ID.eq(by))
        .execute();
  }
}
