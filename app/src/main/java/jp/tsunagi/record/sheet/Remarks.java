package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET_REMARK;
import static jp.tsunagi.schema.Tables.STAFF;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.record.form.Section;
import org.springframework.stereotype.Component;

/**
 * What writers and those who decide say to each other about one field of a sheet that is not in
 * force yet, until it is settled. Nobody else is told, and no paper bears it.
 */
@Component
final class Remarks {
  /** Characters of a remark. */
  static final int LONGEST = 400;

  private final Approving approving;
  private final SheetReading reading;
  private final Trace trace;

  Remarks(Approving approving, SheetReading reading, Trace trace) {
    this.approving = approving;
    this.reading = reading;
    this.trace = trace;
  }

  /** What is open, oldest first; nothing for whoever neither writes the sheet nor decides. */
  List<RemarkView> open(Tx tx, Sheet sheet) {
    if (!(Actor.of(tx) instanceof Actor.Staff staff) || !mayTalk(tx, sheet)) {
      return List.of();
    }
    boolean writes = SheetSql.writes(tx, sheet, staff.staff());
    return tx.sql()
        .select(SHEET_REMARK.fields())
        .select(STAFF.NAME)
        .from(SHEET_REMARK)
        .join(ITEM)
        .on(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.CHILD_ID.eq(SHEET_REMARK.CHILD_ID))
        .and(ITEM.ITEM_ID.eq(SHEET_REMARK.ITEM_ID))
        .leftJoin(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.coerce(UUID.class).eq(SHEET_REMARK.BY_STAFF))
        .where(SHEET_REMARK.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_REMARK.SHEET_ID.eq(sheet.id()))
        .and(SHEET_REMARK.REVISION.eq(sheet.revision()))
        .and(SHEET_REMARK.SETTLED_AT.isNull())
        .and(Readable.item(tx))
        .orderBy(SHEET_REMARK.AT, SHEET_REMARK.REMARK_ID)
        .fetch(row ->
            new RemarkView(
                row.get(SHEET_REMARK.REMARK_ID).toString(),
                row.get(SHEET_REMARK.FIELD),
                row.get(SHEET_REMARK.WORDS),
                Optional.ofNullable(row.get(STAFF.NAME)).orElse(""),
                SheetWords.day(tx, row.get(SHEET_REMARK.AT).toInstant()),
                writes || row.get(SHEET_REMARK.BY_STAFF).equals(staff.staff().value())));
  }

  /** Whether the actor takes part: a writer or a post of the route, while it is not in force. */
  boolean mayTalk(Tx tx, Sheet sheet) {
    boolean open = sheet.state() == SheetState.DRAFT || sheet.state() == SheetState.IN_APPROVAL;
    return open && sheet.organisation().isPresent() && approving.isNear(tx, sheet);
  }

  /** Says something about a field. */
  void say(Tx tx, SheetId id, String field, String words) {
    Sheet sheet = SheetSql.hold(tx, id);
    ReadSheet read = reading.draft(tx, id);
    Section section = read.form().sectionOf(field).orElseThrow(NotFound::new);
    if (!mayTalk(tx, sheet)) {
      throw new NotFound();
    }
    ItemId item = read.part(section.key()).orElseThrow(NotFound::new).item();
    tx.sql()
        .insertInto(SHEET_REMARK)
        .set(SHEET_REMARK.TENANT_ID, tx.tenant())
        .set(SHEET_REMARK.REMARK_ID, Id.fresh())
        .set(SHEET_REMARK.SHEET_ID, id)
        .set(SHEET_REMARK.REVISION, sheet.revision())
        .set(SHEET_REMARK.CHILD_ID, sheet.child())
        .set(SHEET_REMARK.ITEM_ID, item)
        .set(SHEET_REMARK.FIELD, field)
        .set(SHEET_REMARK.WORDS, words)
        .set(SHEET_REMARK.BY_STAFF, ((Actor.Staff) Actor.of(tx)).staff().value())
        .set(SHEET_REMARK.AT, tx.now().atOffset(ZoneOffset.UTC))
        .execute();
    trace.write(tx, Entry.of(Action.SAVE_DRAFT).child(sheet.child()));
  }

  /** It is settled: by a writer, or by whoever said it. */
  void settle(Tx tx, SheetId id, UUID remark) {
    Sheet sheet = SheetSql.find(tx, id);
    boolean may =
        open(tx, sheet).stream()
            .anyMatch(one -> one.settles() && one.id().equals(remark.toString()));
    if (!may) {
      throw new NotFound();
    }
    tx.sql()
        .update(SHEET_REMARK)
        .set(SHEET_REMARK.SETTLED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(SHEET_REMARK.SETTLED_BY, Actor.of(tx).id().orElseThrow())
        .where(SHEET_REMARK.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_REMARK.REMARK_ID.eq(remark))
        .execute();
    trace.write(tx, Entry.of(Action.SAVE_DRAFT).child(sheet.child()));
  }
}
