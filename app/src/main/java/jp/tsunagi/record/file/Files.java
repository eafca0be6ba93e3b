package jp.tsunagi.record.file;

import static jp.tsunagi.schema.Tables.FILE;
import static jp.tsunagi.schema.Tables.ITEM;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.FileId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.FileRecord;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** Keeps files with their items. A file is read exactly where its item is readable. */
@Component
public final class Files {

  /** A file as a list shows it. */
  public record Attached(FileId id, ItemId item, String name) {
    public String url() {
      return "/files/" + id;
    }
  }

  /** Attaches a file to an item of the same child. */
  public FileId add(Tx tx, ChildId child, ItemId item, NewFile file) {
    FileId id = FileId.create();
    tx.sql()
        .insertInto(FILE)
        .set(FILE.TENANT_ID, tx.tenant())
        .set(FILE.FILE_ID, id)
        .set(FILE.CHILD_ID, child)
        .set(FILE.ITEM_ID, item)
        .set(FILE.NAME, file.name())
        .set(FILE.MEDIA_TYPE, file.kind().mediaType())
        .set(FILE.SHA256, sha256(file.content()))
        .set(FILE.CONTENT, file.content())
        .set(FILE.ADDED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(FILE.ADDED_BY, Actor.of(tx).id().orElseThrow())
        .execute();
    return id;
  }

  /** The files of these items that the actor may read, by name. */
  public List<Attached> of(Tx tx, Collection<ItemId> items) {
    return tx.sql()
        .select(FILE.FILE_ID, FILE.ITEM_ID, FILE.NAME)
        .from(FILE)
        .where(readable(tx))
        .and(FILE.ITEM_ID.in(items))
        .orderBy(FILE.NAME, FILE.FILE_ID)
        .fetch(row -> new Attached(row.value1(), row.value2(), row.value3()));
  }

  FileRecord get(Tx tx, FileId id) {
    Optional<FileRecord> row =
        tx.sql()
            .selectFrom(FILE)
            .where(readable(tx))
            .and(FILE.FILE_ID.eq(id))
            .fetchOptional()
            .filter(it -> MessageDigest.isEqual(it.getSha256(), sha256(it.getContent())));
    return row.orElseThrow(NotFound::new);
  }

  private static Condition readable(Tx tx) {
    return FILE.TENANT_ID
        .eq(tx.tenant())
        .and(
            exists(
                selectOne()
                    .from(ITEM)
                    .where(Readable.item(tx))
                    .and(ITEM.CHILD_ID.eq(FILE.CHILD_ID))
                    .and(ITEM.ITEM_ID.eq(FILE.ITEM_ID))));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
