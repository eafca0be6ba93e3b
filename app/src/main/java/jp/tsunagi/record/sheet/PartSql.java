package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET_EDIT;
import static jp.tsunagi.schema.Tables.SHEET_PART;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.schema.tables.records.SheetEditRecord;
import jp.tsunagi.schema.tables.records.SheetPartRecord;
import org.jooq.Condition;
import org.jooq.JSONB;

/**
 * The rows of parts and of who wrote which field. For the actions on a sheet, after they have
 * decided; what is shown is read by {@code SheetReading}, through the predicate.
 */
final class PartSql {
  private static final String WAS = "was";

  private PartSql() {}

  /** A part with the state of its item. */
  record Part(
      int revision,
      String section,
      ItemId item,
      Answers answers,
      int version,
      ItemState state,
      Optional<Integer> formVersion) {
    /** The version of the form it was written on. */
    int form(Sheet sheet) {
      return formVersion.orElse(sheet.formVersion());
    }

    /** Put aside, or replaced by a later one. */
    boolean ended() {
      return state != ItemState.DRAFT && state != ItemState.FINAL;
    }
  }

  /** Every part of the sheet that is being written or final, of any revision, oldest first. */
  static List<Part> all(Tx tx, Sheet sheet) {
    return where(tx, SHEET_PART.SHEET_ID.eq(sheet.id()));
  }

  /** The part of a section in the revision being written. */
  static Optional<Part> current(Tx tx, Sheet sheet, String section) {
    return where(
            tx,
            SHEET_PART
                .SHEET_ID
                .eq(sheet.id())
                .and(SHEET_PART.REVISION.eq(sheet.revision()))
                .and(SHEET_PART.SECTION.eq(section)))
        .stream()
        .findFirst();
  }

  /** Whether the actor may read every part being written in this revision. */
  static boolean allReadable(Tx tx, Sheet sheet) {
    List<ItemId> written =
        tx.as(
            new Actor.Job(tx.tenant(), "sheet"),
            () ->
                all(tx, sheet).stream()
                    .filter(part -> part.revision() == sheet.revision())
                    .map(Part::item)
                    .toList());
    return written.stream().allMatch(item -> readable(tx, item));
  }

  /** Whether the actor may read the part: row level security alone shows drafts too widely. */
  static boolean readable(Tx tx, ItemId item) {
    return tx.sql()
        .fetchExists(
            tx.sql().selectOne().from(ITEM).where(Readable.item(tx)).and(ITEM.ITEM_ID.eq(item)));
  }

  private static List<Part> where(Tx tx, Condition which) {
    return tx.sql()
        .select(SHEET_PART.REVISION, SHEET_PART.SECTION, SHEET_PART.ITEM_ID, SHEET_PART.ANSWERS)
        .select(SHEET_PART.LOCK_VERSION, SHEET_PART.FORM_VERSION, ITEM.STATE)
        .from(SHEET_PART)
        .join(ITEM)
        .on(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.CHILD_ID.eq(SHEET_PART.CHILD_ID))
        .and(ITEM.ITEM_ID.eq(SHEET_PART.ITEM_ID))
        .where(SHEET_PART.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .orderBy(SHEET_PART.REVISION, SHEET_PART.SECTION)
        .fetch(row ->
            new Part(
                row.get(SHEET_PART.REVISION),
                row.get(SHEET_PART.SECTION),
                row.get(SHEET_PART.ITEM_ID),
                Answers.ofJson(row.get(SHEET_PART.ANSWERS).data()),
                row.get(SHEET_PART.LOCK_VERSION),
                ItemState.valueOf(row.get(ITEM.STATE)),
                Optional.ofNullable(row.get(SHEET_PART.FORM_VERSION))));
  }

  /** Whose words a part holds, and who typed them. */
  record Given(String kind, UUID by, Optional<UUID> typedBy, Optional<LocalDate> on) {}

  static void add(Tx tx, Sheet sheet, String section, ItemId item, Given given) {
    SheetPartRecord row = new SheetPartRecord();
    row.setTenantId(tx.tenant());
    row.setSheetId(sheet.id());
    row.setRevision(sheet.revision());
    row.setSection(section);
    row.setChildId(sheet.child());
    row.setItemId(item);
    row.setAnswers(JSONB.valueOf(Answers.NONE.json()));
    row.setLockVersion(0);
    row.setChangedAt(tx.now().atOffset(ZoneOffset.UTC));
    row.setGivenByKind(given.kind());
    row.setGivenBy(given.by());
    tx.sql().insertInto(SHEET_PART).set(row).execute();
    given(tx, sheet, section, given);
  }

  /** Whose words a part of this revision holds. */
  static Given given(Tx tx, Sheet sheet, Part part) {
    return tx.sql()
        .selectFrom(SHEET_PART)
        .where(part(tx, sheet.in(part.revision()), part.section()))
        .fetchSingle(row ->
            new Given(
                row.getGivenByKind(),
                row.getGivenBy(),
                Optional.ofNullable(row.getTypedBy()),
                Optional.ofNullable(row.getReceivedOn())));
  }

  /** Who gave the part last, and who typed it. */
  static void given(Tx tx, Sheet sheet, String section, Given given) {
    tx.sql()
        .update(SHEET_PART)
        .set(SHEET_PART.GIVEN_BY_KIND, given.kind())
        .set(SHEET_PART.GIVEN_BY, given.by())
        .set(SHEET_PART.TYPED_BY, given.typedBy().orElse(null))
        .set(SHEET_PART.RECEIVED_ON, given.on().orElse(null))
        .where(part(tx, sheet, section))
        .execute();
  }

  static void save(Tx tx, Sheet sheet, String section, Answers answers, int version) {
    tx.sql()
        .update(SHEET_PART)
        .set(SHEET_PART.ANSWERS, JSONB.valueOf(answers.json()))
        .set(SHEET_PART.LOCK_VERSION, version)
        .set(SHEET_PART.CHANGED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .where(part(tx, sheet, section))
        .execute();
  }

  /** What a part was when it became final: the facts shown, and the hash over all of it. */
  static void seal(Tx tx, Sheet sheet, Part part, Answers answers, String facts, byte[] hash) {
    tx.sql()
        .update(SHEET_PART)
        .set(SHEET_PART.ANSWERS, JSONB.valueOf(answers.json()))
        .set(SHEET_PART.FACTS, JSONB.valueOf(facts))
        .set(SHEET_PART.HASH, hash)
        .where(part(tx, sheet, part.section()))
        .execute();
  }

  /** It is final no longer. */
  static void unseal(Tx tx, Sheet sheet, Part part) {
    tx.sql()
        .update(SHEET_PART)
        .setNull(SHEET_PART.FACTS)
        .setNull(SHEET_PART.HASH)
        .where(part(tx, sheet, part.section()))
        .execute();
  }

  private static Condition part(Tx tx, Sheet sheet, String section) {
    return SHEET_PART
        .TENANT_ID
        .eq(tx.tenant())
        .and(SHEET_PART.SHEET_ID.eq(sheet.id()))
        .and(SHEET_PART.REVISION.eq(sheet.revision()))
        .and(SHEET_PART.SECTION.eq(section));
  }

  /**
   * One field written by somebody.
   *
   * @param was what stood there before
   */
  record Edit(int version, Address address, Answer was, UUID page, Writer by, Instant at) {}

  /** A person who writes. */
  record Writer(String kind, UUID id) {}

  static void addEdits(
      Tx tx,
      Sheet sheet,
      Part part,
      int version,
      UUID page,
      Given given,
      Map<Address, Answer> was) {
    Actor actor = Actor.of(tx);
    for (var each : was.entrySet()) {
      Answers before = Answers.NONE.with(Address.of(WAS), each.getValue());
      tx.sql()
          .insertInto(SHEET_EDIT)
          .set(SHEET_EDIT.TENANT_ID, tx.tenant())
          .set(SHEET_EDIT.SHEET_ID, sheet.id())
          .set(SHEET_EDIT.REVISION, sheet.revision())
          .set(SHEET_EDIT.SECTION, part.section())
          .set(SHEET_EDIT.LOCK_VERSION, version)
          .set(SHEET_EDIT.ADDRESS, each.getKey().toString())
          .set(SHEET_EDIT.CHILD_ID, sheet.child())
          .set(SHEET_EDIT.ITEM_ID, part.item())
          .set(SHEET_EDIT.WAS, JSONB.valueOf(before.json()))
          .set(SHEET_EDIT.PAGE, page)
          .set(SHEET_EDIT.BY_KIND, actor.kind())
          .set(SHEET_EDIT.BY_ID, actor.id().orElseThrow())
          .set(SHEET_EDIT.AT, tx.now().atOffset(ZoneOffset.UTC))
          .set(SHEET_EDIT.GIVEN_BY_KIND, given.kind())
          .set(SHEET_EDIT.GIVEN_BY, given.by())
          .set(SHEET_EDIT.RECEIVED_ON, given.on().orElse(null))
          .execute();
    }
  }

  /** What was written into the part after that version, latest first. */
  static List<Edit> editsAfter(Tx tx, Sheet sheet, String section, int version) {
    return tx.sql()
        .selectFrom(SHEET_EDIT)
        .where(SHEET_EDIT.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_EDIT.SHEET_ID.eq(sheet.id()))
        .and(SHEET_EDIT.REVISION.eq(sheet.revision()))
        .and(SHEET_EDIT.SECTION.eq(section))
        .and(SHEET_EDIT.LOCK_VERSION.gt(version))
        .orderBy(SHEET_EDIT.LOCK_VERSION.desc(), SHEET_EDIT.ADDRESS)
        .fetch(PartSql::edit);
  }

  private static Edit edit(SheetEditRecord row) {
    return new Edit(
        row.getLockVersion(),
        Address.parse(row.getAddress()),
        Answers.ofJson(row.getWas().data()).at(WAS),
        row.getPage(),
        new Writer(row.getByKind(), row.getById()),
        row.getAt().toInstant());
  }
}
