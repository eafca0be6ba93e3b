package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_STEP;
import static jp.tsunagi.schema.Tables.SHEET_WRITER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.nullif;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.approval.Manner;
import jp.tsunagi.record.form.AttachedTo;
import jp.tsunagi.record.form.Cycle;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Term;
import jp.tsunagi.schema.tables.records.SheetRecord;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectConditionStep;

/** The rows of sheets, their steps and their writers. */
final class SheetSql {
  /** Which of its year a sheet is; 0 where there is one. */
  static final Field<Integer> NUMBER =
      coalesce(nullif(SHEET.TERM, inline("")).cast(Integer.class), inline(0));

  private SheetSql() {}

  /** A sheet of a child the actor may see. */
  static Sheet find(Tx tx, SheetId id) {
    return one(tx, id).fetchOptional(SheetSql::sheet).orElseThrow(NotFound::new);
  }

  /** The same, also when a person of age shows something of it to the guardian signed in. */
  static Sheet shown(Tx tx, SheetId id) {
    return tx.sql()
        .selectFrom(SHEET)
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.SHEET_ID.eq(id))
        .and(Readable.shown(tx, SHEET.CHILD_ID))
        .fetchOptional(SheetSql::sheet)
        .orElseThrow(NotFound::new);
  }

  /** The same, held until the end of the transaction: one writer after the other. */
  static Sheet hold(Tx tx, SheetId id) {
    return one(tx, id).forUpdate().fetchOptional(SheetSql::sheet).orElseThrow(NotFound::new);
  }

  /** Holds it if it is there still. */
  static boolean isHeld(Tx tx, SheetId id) {
    return one(tx, id).forUpdate().fetchOptional().isPresent();
  }

  private static SelectConditionStep<SheetRecord> one(Tx tx, SheetId id) {
    return tx.sql()
        .selectFrom(SHEET)
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.SHEET_ID.eq(id))
        .and(Readable.child(tx, SHEET.CHILD_ID));
  }

  /** One start after the other: nobody else begins a sheet of the child before this ends. */
  static void oneStart(Tx tx, ChildId child) {
    tx.as(
        new Actor.Job(tx.tenant(), "sheet"),
        () ->
            tx.sql()
                .select(CHILD.CHILD_ID)
                .from(CHILD)
                .where(CHILD.TENANT_ID.eq(tx.tenant()))
                .and(CHILD.CHILD_ID.eq(child))
                .forNoKeyUpdate()
                .fetch());
  }

  /** The sheet that a second start leads to, if there is one. */
  static Optional<Sheet> same(Tx tx, NewSheet wanted, boolean everyYear, boolean openOnly) {
    return tx.sql()
        .selectFrom(SHEET)
        .where(alike(tx, wanted))
        .and(everyYear ? SHEET.FISCAL_YEAR.eq(wanted.fiscalYear()) : SHEET.FISCAL_YEAR.isNotNull())
        .and(SHEET.TERM.eq(wanted.term().column()))
        .and(SHEET.STATE.ne(SheetState.DISCARDED.name()))
        .and(openOnly ? SHEET.STATE.ne(SheetState.FINAL.name()) : SHEET.STATE.isNotNull())
        .and(Readable.child(tx, SHEET.CHILD_ID))
        .orderBy(SHEET.FISCAL_YEAR.desc(), SHEET.CREATED_AT.desc())
        .limit(1)
        .fetchOptional(SheetSql::sheet);
  }

  /** The one of that year that is being written, whichever of the year it is. */
  static Optional<Sheet> open(Tx tx, NewSheet wanted) {
    return tx.sql()
        .selectFrom(SHEET)
        .where(alike(tx, wanted))
        .and(SHEET.FISCAL_YEAR.eq(wanted.fiscalYear()))
        .and(SHEET.STATE.notIn(SheetState.DISCARDED.name(), SheetState.FINAL.name()))
        .and(SHEET.REVISION.eq(1))
        .and(Readable.child(tx, SHEET.CHILD_ID))
        .orderBy(NUMBER.desc())
        .limit(1)
        .fetchOptional(SheetSql::sheet);
  }

  /** Whether an organisation may write several of the form a year, which are then counted. */
  static boolean isCounted(FormDefinition form) {
    return form.cycle() == Cycle.ANY
        && (form.attachedTo() == AttachedTo.ENROLMENT
            || form.attachedTo() == AttachedTo.INVOLVEMENT
            || form.attachedTo() == AttachedTo.PROGRAMME);
  }

  /** The same with its number in the year, where the form counts. */
  static NewSheet counted(Tx tx, NewSheet wanted, FormDefinition form) {
    return isCounted(form) ? wanted.in(last(tx, wanted).next()) : wanted;
  }

  /** The highest number of the year, also of what was put aside: no number comes twice. */
  private static Term last(Tx tx, NewSheet wanted) {
    Integer last =
        tx.as(
            new Actor.Job(tx.tenant(), "sheet"),
            () ->
                tx.sql()
                    .select(max(NUMBER))
                    .from(SHEET)
                    .where(alike(tx, wanted))
                    .and(SHEET.FISCAL_YEAR.eq(wanted.fiscalYear()))
                    .fetchSingle()
                    .value1());
    return last == null ? Term.NONE : new Term(last);
  }

  private static Condition alike(Tx tx, NewSheet wanted) {
    return SHEET
        .TENANT_ID
        .eq(tx.tenant())
        .and(SHEET.CHILD_ID.eq(wanted.child()))
        .and(SHEET.FORM_KEY.eq(wanted.form()))
        .and(place(wanted));
  }

  private static Condition place(NewSheet wanted) {
    Condition organisation =
        wanted.organisation().map(SHEET.ORGANISATION_ID::eq).orElse(SHEET.ORGANISATION_ID.isNull());
    return organisation.and(
        wanted.programme().map(SHEET.PROGRAMME_ID::eq).orElse(SHEET.PROGRAMME_ID.isNull()));
  }

  /** Whether the same form was started again since this sheet was put aside. */
  static boolean another(Tx tx, Sheet sheet) {
    return sheet.state() == SheetState.DISCARDED
        && same(tx, NewSheet.like(sheet, sheet.child()), true, false).isPresent();
  }

  static Sheet add(Tx tx, NewSheet wanted, FormDefinition form) {
    Sheet sheet =
        new Sheet(
            SheetId.create(),
            wanted.child(),
            form.key(),
            form.version(),
            wanted.organisation(),
            wanted.programme(),
            wanted.fiscalYear(),
            wanted.term(),
            SheetState.DRAFT,
            1);
    tx.sql()
        .insertInto(SHEET)
        .set(SHEET.TENANT_ID, tx.tenant())
        .set(SHEET.SHEET_ID, sheet.id())
        .set(SHEET.CHILD_ID, sheet.child())
        .set(SHEET.FORM_KEY, sheet.form())
        .set(SHEET.FORM_VERSION, sheet.formVersion())
        .set(SHEET.ORGANISATION_ID, sheet.organisation().orElse(null))
        .set(SHEET.PROGRAMME_ID, sheet.programme().orElse(null))
        .set(SHEET.FISCAL_YEAR, sheet.fiscalYear())
        .set(SHEET.TERM, sheet.term().column())
        .set(SHEET.STATE, sheet.state().name())
        .set(SHEET.REVISION, sheet.revision())
        .set(SHEET.CREATED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(SHEET.CREATED_BY, Actor.of(tx).id().orElse(null))
        .execute();
    return sheet;
  }

  static void move(Tx tx, Sheet sheet, SheetState to, int revision) {
    tx.sql()
        .update(SHEET)
        .set(SHEET.STATE, to.name())
        .set(SHEET.REVISION, revision)
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.SHEET_ID.eq(sheet.id()))
        .execute();
  }

  /** The staff member writes this sheet from now on. */
  static void addWriter(Tx tx, Sheet sheet, StaffId staff) {
    tx.sql()
        .insertInto(SHEET_WRITER)
        .set(SHEET_WRITER.TENANT_ID, tx.tenant())
        .set(SHEET_WRITER.SHEET_ID, sheet.id())
        .set(SHEET_WRITER.CHILD_ID, sheet.child())
        .set(SHEET_WRITER.STAFF_ID, staff)
        .set(SHEET_WRITER.SINCE, tx.now().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  static boolean writes(Tx tx, Sheet sheet, StaffId staff) {
    return tx.sql()
        .fetchExists(
            tx.sql()
                .selectOne()
                .from(SHEET_WRITER)
                .where(SHEET_WRITER.TENANT_ID.eq(tx.tenant()))
                .and(SHEET_WRITER.SHEET_ID.eq(sheet.id()))
                .and(SHEET_WRITER.STAFF_ID.eq(staff)));
  }

  static void addStep(
      Tx tx,
      Sheet sheet,
      int revision,
      SheetMove move,
      Optional<Confirmation> answer,
      Optional<ItemId> paper) {
    Actor actor = Actor.of(tx);
    tx.sql()
        .insertInto(SHEET_STEP)
        .set(SHEET_STEP.TENANT_ID, tx.tenant())
        .set(SHEET_STEP.SHEET_ID, sheet.id())
        .set(SHEET_STEP.REVISION, revision)
        .set(SHEET_STEP.ORDINAL, nextOrdinal(tx, sheet, revision))
        .set(SHEET_STEP.CHILD_ID, sheet.child())
        .set(SHEET_STEP.STEP, move.name())
        .set(SHEET_STEP.AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(SHEET_STEP.ACTOR_KIND, actor.kind())
        .set(SHEET_STEP.ACTOR_ID, actor.id().orElse(null))
        .set(SHEET_STEP.MEANS, answer.map(it -> it.means().name()).orElse(null))
        .set(SHEET_STEP.ON_DATE, answer.map(Confirmation::on).orElse(null))
        .set(SHEET_STEP.NOTE, answer.flatMap(Confirmation::note).orElse(null))
        .set(SHEET_STEP.PAPER_PLACE, answer.flatMap(Confirmation::paperPlace).orElse(null))
        .set(SHEET_STEP.ITEM_ID, paper.orElse(null))
        .set(SHEET_STEP.GUARDIAN_ID, answer.map(Confirmation::guardian).orElse(null))
        .execute();
  }

  /**
   * What somebody of the place decided about a sheet.
   *
   * @param post from which
   * @param note the reason, or what goes along with it
   */
  record Decision(Optional<String> post, Optional<Manner> manner, Optional<String> note) {}

  static void addDecision(Tx tx, Sheet sheet, SheetMove move, Decision decision) {
    addStep(tx, sheet, sheet.revision(), move, Optional.empty(), Optional.empty());
    tx.sql()
        .update(SHEET_STEP)
        .set(SHEET_STEP.POST, decision.post().orElse(null))
        .set(SHEET_STEP.MANNER, decision.manner().map(Enum::name).orElse(null))
        .set(SHEET_STEP.NOTE, decision.note().orElse(null))
        .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_STEP.SHEET_ID.eq(sheet.id()))
        .and(SHEET_STEP.REVISION.eq(sheet.revision()))
        .and(SHEET_STEP.ORDINAL.eq(nextOrdinal(tx, sheet, sheet.revision()) - 1))
        .execute();
  }

  /** Something that took place on a day, with these people. */
  static void addNoted(Tx tx, Sheet sheet, SheetMove move, LocalDate on, String people) {
    addDecision(
        tx, sheet, move, new Decision(Optional.empty(), Optional.empty(), Optional.of(people)));
    tx.sql()
        .update(SHEET_STEP)
        .set(SHEET_STEP.ON_DATE, on)
        .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_STEP.SHEET_ID.eq(sheet.id()))
        .and(SHEET_STEP.REVISION.eq(sheet.revision()))
        .and(SHEET_STEP.ORDINAL.eq(nextOrdinal(tx, sheet, sheet.revision()) - 1))
        .execute();
  }

  private static int nextOrdinal(Tx tx, Sheet sheet, int revision) {
    Integer last =
        tx.sql()
            .select(max(SHEET_STEP.ORDINAL))
            .from(SHEET_STEP)
            .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
            .and(SHEET_STEP.SHEET_ID.eq(sheet.id()))
            .and(SHEET_STEP.REVISION.eq(revision))
            .fetchSingle()
            .value1();
    return last == null ? 1 : last + 1;
  }

  /** Whether that step is on record in that revision. */
  static boolean hasStep(Tx tx, Sheet sheet, int revision, SheetMove move) {
    return tx.sql()
        .fetchExists(
            tx.sql()
                .selectOne()
                .from(SHEET_STEP)
                .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
                .and(SHEET_STEP.SHEET_ID.eq(sheet.id()))
                .and(SHEET_STEP.REVISION.eq(revision))
                .and(SHEET_STEP.STEP.eq(move.name())));
  }

  /** The highest revision ever started, dropped ones included. */
  static int lastRevision(Tx tx, Sheet sheet) {
    Integer last =
        tx.sql()
            .select(max(SHEET_STEP.REVISION))
            .from(SHEET_STEP)
            .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
            .and(SHEET_STEP.SHEET_ID.eq(sheet.id()))
            .fetchSingle()
            .value1();
    return last == null ? sheet.revision() : last;
  }

  static Sheet sheet(SheetRecord row) {
    return new Sheet(
        row.getSheetId(),
        row.getChildId(),
        row.getFormKey(),
        row.getFormVersion(),
        Optional.ofNullable(row.getOrganisationId()),
        Optional.ofNullable(row.getProgrammeId()),
        row.getFiscalYear(),
        Term.ofColumn(row.getTerm()),
        SheetState.valueOf(row.getState()),
        row.getRevision());
  }
}
