package jp.tsunagi.record.file;

import static jp.tsunagi.schema.Tables.FILE;
import static jp.tsunagi.schema.Tables.FILE_ITEM;
import static jp.tsunagi.schema.Tables.ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.FileId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.item.ItemKind;
import jp.tsunagi.schema.tables.records.FileRecord;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Keeps files with their items. A file is read exactly where its item is readable; scans of signed
 * papers, which bear addresses and names of places, not where the address is hidden.
 */
@Component
public final class Files {

  /**
   * A file as a list shows it.
   *
   * @param item that holds it
   * @param picture whether it can be shown as one
   */
  public record Attached(FileId id, ItemId item, String name, boolean picture) {
    public String url() {
      return "/files/" + id;
    }
  }

  /** Attaches a file to an item of the same child. */
  public FileId add(Tx tx, ChildId child, ItemId item, NewFile file) {
    FileId id = FileId.create();
    add(tx, child, item, id, file);
    return id;
  }

  /** The same under an id that was given out before. */
  public void add(Tx tx, ChildId child, ItemId item, FileId id, NewFile file) {
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
  }

  /**
   * A further item of the child holds these files too, as far as the actor may read them: what goes
   * on with a part into its next revision.
   */
  public void hold(Tx tx, ItemId item, Collection<FileId> ids) {
    tx.sql()
        .insertInto(
            FILE_ITEM,
            FILE_ITEM.TENANT_ID,
            FILE_ITEM.ITEM_ID,
            FILE_ITEM.FILE_ID,
            FILE_ITEM.CHILD_ID)
        .select(
            tx.sql()
                .select(FILE.TENANT_ID, ITEM.ITEM_ID, FILE.FILE_ID, FILE.CHILD_ID)
                .from(FILE)
                .join(ITEM)
                .on(ITEM.TENANT_ID.eq(tx.tenant()))
                .and(ITEM.CHILD_ID.eq(FILE.CHILD_ID))
                .and(ITEM.ITEM_ID.eq(item))
                .where(readable(tx))
                .and(FILE.FILE_ID.in(ids))
                .and(FILE.ITEM_ID.ne(item)))
        .onConflictDoNothing()
        .execute();
  }

  /**
   * The item holds the file no longer; a file that no item holds is gone. For drafts: what is final
   * keeps what it has.
   */
  public void remove(Tx tx, ItemId item, FileId id) {
    tx.sql()
        .deleteFrom(FILE_ITEM)
        .where(FILE_ITEM.TENANT_ID.eq(tx.tenant()))
        .and(FILE_ITEM.ITEM_ID.eq(item))
        .and(FILE_ITEM.FILE_ID.eq(id))
        .execute();
    tx.sql()
        .deleteFrom(FILE)
        .where(FILE.TENANT_ID.eq(tx.tenant()))
        .and(FILE.FILE_ID.eq(id))
        .and(FILE.ITEM_ID.eq(item))
        .and(
            notExists(
                selectOne()
                    .from(FILE_ITEM)
                    .where(FILE_ITEM.TENANT_ID.eq(tx.tenant()))
                    .and(FILE_ITEM.FILE_ID.eq(id))))
        .execute();
  }

  /**
   * The files added to these items go with them to another child, whose items they are by now. What
   * an item only holds from before, and what holds theirs elsewhere, stays behind: a file is read
   * where its child is.
   */
  public void follow(Tx tx, Collection<ItemId> items, ChildId to) {
    tx.sql()
        .update(FILE)
        .set(FILE.CHILD_ID, to)
        .where(FILE.TENANT_ID.eq(tx.tenant()))
        .and(FILE.ITEM_ID.in(items))
        .execute();
    Condition theirs =
        FILE_ITEM.FILE_ID.in(
            DSL.select(FILE.FILE_ID)
                .from(FILE)
                .where(FILE.TENANT_ID.eq(tx.tenant()))
                .and(FILE.ITEM_ID.in(items)));
    Condition among = FILE_ITEM.ITEM_ID.in(items);
    tx.sql()
        .deleteFrom(FILE_ITEM)
        .where(FILE_ITEM.TENANT_ID.eq(tx.tenant()))
        .and(theirs.andNot(among).or(among.andNot(theirs)))
        .execute();
    tx.sql()
        .update(FILE_ITEM)
        .set(FILE_ITEM.CHILD_ID, to)
        .where(FILE_ITEM.TENANT_ID.eq(tx.tenant()))
        .and(among)
        .execute();
  }

  /**
   * These items are about to be deleted, and their files with them. What a further item holds too
   * stays, as that item's own.
   */
  public void dispose(Tx tx, Collection<ItemId> items) {
    tx.sql()
        .deleteFrom(FILE_ITEM)
        .where(FILE_ITEM.TENANT_ID.eq(tx.tenant()))
        .and(FILE_ITEM.ITEM_ID.in(items))
        .execute();
    tx.sql()
        .select(FILE_ITEM.FILE_ID, FILE_ITEM.ITEM_ID)
        .from(FILE_ITEM)
        .join(FILE)
        .on(FILE.TENANT_ID.eq(tx.tenant()))
        .and(FILE.FILE_ID.eq(FILE_ITEM.FILE_ID))
        .where(FILE_ITEM.TENANT_ID.eq(tx.tenant()))
        .and(FILE.ITEM_ID.in(items))
        .orderBy(FILE_ITEM.FILE_ID, FILE_ITEM.ITEM_ID)
        .fetchGroups(FILE_ITEM.FILE_ID, FILE_ITEM.ITEM_ID)
        .forEach((file, holders) -> inherit(tx, file, holders.getFirst()));
    tx.sql()
        .deleteFrom(FILE)
        .where(FILE.TENANT_ID.eq(tx.tenant()))
        .and(FILE.ITEM_ID.in(items))
        .execute();
  }

  private static void inherit(Tx tx, FileId file, ItemId heir) {
    tx.sql()
        .update(FILE)
        .set(FILE.ITEM_ID, heir)
        .where(FILE.TENANT_ID.eq(tx.tenant()))
        .and(FILE.FILE_ID.eq(file))
        .execute();
    tx.sql()
        .deleteFrom(FILE_ITEM)
        .where(FILE_ITEM.TENANT_ID.eq(tx.tenant()))
        .and(FILE_ITEM.FILE_ID.eq(file))
        .and(FILE_ITEM.ITEM_ID.eq(heir))
        .execute();
  }

  /** The files these items hold that the actor may read, in the order in which they came. */
  public List<Attached> of(Tx tx, Collection<ItemId> items) {
    return tx.sql()
        .select(FILE.FILE_ID, coalesce(FILE_ITEM.ITEM_ID, FILE.ITEM_ID), FILE.NAME, FILE.MEDIA_TYPE)
        .from(FILE)
        .leftJoin(FILE_ITEM)
        .on(FILE_ITEM.TENANT_ID.eq(tx.tenant()))
        .and(FILE_ITEM.FILE_ID.eq(FILE.FILE_ID))
        .and(FILE_ITEM.ITEM_ID.in(items))
        .where(readable(tx))
        .and(FILE.ITEM_ID.in(items).or(FILE_ITEM.ITEM_ID.isNotNull()))
        .orderBy(FILE.ADDED_AT, FILE.FILE_ID)
        .fetch(row ->
            new Attached(row.value1(), row.value2(), row.value3(), FileKind.picture(row.value4())));
  }

  /**
   * A picture that the actor may read, as JPEG with at most so many points on its longer side;
   * empty when there is none such.
   */
  public Optional<byte[]> picture(Tx tx, FileId id, int longest) {
    return tx.sql()
        .select(FILE.CONTENT, FILE.MEDIA_TYPE)
        .from(FILE)
        .where(readable(tx))
        .and(FILE.FILE_ID.eq(id))
        .fetchOptional()
        .filter(row -> FileKind.picture(row.value2()))
        .flatMap(row -> Picture.within(row.value1(), longest));
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

  /** Whether a guardian reads the file only because the person of age shows it. */
  static boolean shown(Tx tx, FileRecord file) {
    return Actor.of(tx) instanceof Actor.Guardian guardian
        && !tx.sql()
            .fetchExists(
                selectOne()
                    .from(FILE)
                    .where(FILE.TENANT_ID.eq(tx.tenant()))
                    .and(FILE.FILE_ID.eq(file.getFileId()))
                    .and(Readable.child(tx, FILE.CHILD_ID).or(own(tx, guardian))));
  }

  /** Beside what she or he wrote. */
  private static Condition own(Tx tx, Actor.Guardian guardian) {
    return exists(
        selectOne()
            .from(ITEM)
            .where(ITEM.TENANT_ID.eq(tx.tenant()))
            .and(ITEM.CHILD_ID.eq(FILE.CHILD_ID))
            .and(ITEM.ITEM_ID.eq(FILE.ITEM_ID).or(ITEM.ITEM_ID.in(holders(tx))))
            .and(ITEM.AUTHOR_KIND.eq("GUARDIAN"))
            .and(ITEM.AUTHOR_ID.eq(guardian.guardian().value())));
  }

  private static Condition readable(Tx tx) {
    return FILE.TENANT_ID
        .eq(tx.tenant())
        .and(
            exists(
                selectOne()
                    .from(ITEM)
                    .where(Readable.item(tx))
                    .and(
                        ITEM.KIND
                            .ne(ItemKind.CONSENT.name())
                            .or(Compartments.concealed(tx, ITEM.CHILD_ID).not()))
                    .and(ITEM.CHILD_ID.eq(FILE.CHILD_ID))
                    .and(ITEM.ITEM_ID.eq(FILE.ITEM_ID).or(ITEM.ITEM_ID.in(holders(tx))))));
  }

  private static Select<Record1<ItemId>> holders(Tx tx) {
    return DSL.select(FILE_ITEM.ITEM_ID)
        .from(FILE_ITEM)
        .where(FILE_ITEM.TENANT_ID.eq(tx.tenant()))
        .and(FILE_ITEM.FILE_ID.eq(FILE.FILE_ID));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
