package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_PART;
import static jp.tsunagi.schema.Tables.SHEET_STEP;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.approval.Manner;
import jp.tsunagi.record.file.Files;
import jp.tsunagi.record.file.Files.Attached;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.CanonicalJson;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.sheet.ReadSheet.Part;
import jp.tsunagi.record.sheet.ReadSheet.Passed;
import jp.tsunagi.record.sheet.SourceSql.Written;
import jp.tsunagi.schema.tables.records.SheetStepRecord;
import org.jooq.Condition;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Sheets as their readers see them; every part through the predicate. Leaves no row itself. */
@Component
public final class SheetReading {
  private final FormVersions forms;
  private final Files files;

  SheetReading(FormVersions forms, Files files) {
    this.forms = forms;
    this.files = files;
  }

  /** What stands now: of each section the latest part in use or final. */
  public ReadSheet inUse(Tx tx, SheetId id) {
    return read(tx, id, Integer.MAX_VALUE, false);
  }

  /** What stood when that revision was final. */
  public ReadSheet revision(Tx tx, SheetId id, int revision) {
    return read(tx, id, revision, false);
  }

  /** What is being written: of each section the draft, or what stands where nobody changed it. */
  public ReadSheet draft(Tx tx, SheetId id) {
    return read(tx, id, Integer.MAX_VALUE, true);
  }

  /**
   * The versions that were final, oldest first: all for whoever reads anything that gave way, or
   * wrote any of it; for others the one that holds, whose parts may be of several revisions.
   */
  List<Passed> finals(Tx tx, ReadSheet read) {
    List<Passed> finals =
        read.steps().stream()
            .filter(step -> step.move() == SheetMove.CONFIRMED || step.move() == SheetMove.FINISHED)
            .toList();
    boolean history =
        read.parts().stream().anyMatch(Part::own) || (finals.size() > 1 && readsPast(tx, read));
    return history || finals.isEmpty() ? finals : List.of(finals.getLast());
  }

  private static boolean readsPast(Tx tx, ReadSheet read) {
    return tx.sql()
        .fetchExists(
            tx.sql()
                .selectOne()
                .from(SHEET_PART)
                .join(ITEM)
                .on(ITEM.TENANT_ID.eq(tx.tenant()))
                .and(ITEM.CHILD_ID.eq(SHEET_PART.CHILD_ID))
                .and(ITEM.ITEM_ID.eq(SHEET_PART.ITEM_ID))
                .where(SHEET_PART.TENANT_ID.eq(tx.tenant()))
                .and(SHEET_PART.SHEET_ID.eq(read.sheet().id()))
                .and(ITEM.STATE.in(ItemState.SUPERSEDED.name(), ItemState.CORRECTED.name()))
                .and(Readable.item(tx)));
  }

  private ReadSheet read(Tx tx, SheetId id, int upTo, boolean drafts) {
    Sheet sheet = drafts ? SheetSql.find(tx, id) : SheetSql.shown(tx, id);
    FormDefinition now = forms.of(tx, sheet.form(), sheet.formVersion());
    Map<String, Part> latest = new TreeMap<>();
    int newest = 0;
    for (Versioned found : parts(tx, sheet, now, drafts)) {
      Part part = found.part();
      boolean wanted = part.revision() <= upTo && (drafts || shown(part.state()));
      if (wanted) {
        latest.put(part.section().key(), part);
        newest = Math.max(newest, found.version());
      }
    }
    boolean past = upTo < Integer.MAX_VALUE && newest > 0;
    FormDefinition form = past ? forms.of(tx, sheet.form(), newest) : now;
    return new ReadSheet(sheet, form, whole(tx, sheet, inOrder(form, latest)), steps(tx, sheet));
  }

  /** In the order of the form; what only an earlier version of it had stands at the end. */
  private static List<Part> inOrder(FormDefinition form, Map<String, Part> latest) {
    List<Part> inOrder = new ArrayList<>();
    form.sections()
        .forEach(
            section -> Optional.ofNullable(latest.remove(section.key())).ifPresent(inOrder::add));
    inOrder.addAll(latest.values());
    return inOrder;
  }

  /** The parts with the files they hold and with who gave which answer. */
  private List<Part> whole(Tx tx, Sheet sheet, List<Part> parts) {
    List<Written> written = parts.isEmpty() ? List.of() : SourceSql.of(tx, sheet);
    List<ItemId> holding =
        parts.stream()
            .filter(part -> !FileAnswers.in(part.answers()).isEmpty())
            .map(Part::item)
            .toList();
    List<Attached> attached = holding.isEmpty() ? List.of() : files.of(tx, holding);
    return parts.stream()
        .map(part ->
            part.with(
                attached.stream().filter(file -> file.item().equals(part.item())).toList(),
                SourceSql.upTo(written, part.section().key(), part.revision())))
        .toList();
  }

  private static boolean shown(ItemState state) {
    return state != ItemState.DRAFT && state != ItemState.WITHDRAWN;
  }

  /** A part with the version of the form it was written on. */
  private record Versioned(Part part, int version) {}

  /** Every readable part, earlier revisions first; bare: for writing, which shows today's facts. */
  private List<Versioned> parts(Tx tx, Sheet sheet, FormDefinition now, boolean bare) {
    List<Record> rows = rows(tx, sheet);
    boolean anyLifted = rows.stream().anyMatch(row -> row.get(SHEET_PART.FORM_VERSION) != null);
    List<LiftSql.Left> left = anyLifted ? LiftSql.of(tx, sheet.id()) : List.of();
    List<Versioned> parts = new ArrayList<>();
    for (Record row : rows) {
      int version =
          Optional.ofNullable(row.get(SHEET_PART.FORM_VERSION)).orElse(sheet.formVersion());
      FormDefinition was = forms.of(tx, sheet.form(), version);
      Answers answers = Answers.ofJson(row.get(SHEET_PART.ANSWERS).data());
      String key = row.get(SHEET_PART.SECTION);
      Optional<Section> written = was.section(key);
      boolean lifts = bare && version != now.version() && now.section(key).isPresent();
      if (lifts) {
        Lifted lifted = Lifted.of(was, key, answers, now);
        var over = new ReadSheet.Left(was, lifted.leftAnswers());
        Section section = now.section(key).orElseThrow();
        parts.add(
            new Versioned(
                part(tx, sheet, section, row, bare, lifted.answers(), List.of(over)), version));
      } else if (written.isPresent()) {
        var over = left(tx, sheet, left, row);
        parts.add(new Versioned(part(tx, sheet, written.get(), row, bare, answers, over), version));
      }
    }
    return parts;
  }

  /** What earlier lifts left over of the part. */
  private List<ReadSheet.Left> left(Tx tx, Sheet sheet, List<LiftSql.Left> all, Record row) {
    return all.stream()
        .filter(each ->
            each.revision() == row.get(SHEET_PART.REVISION)
                && each.section().equals(row.get(SHEET_PART.SECTION)))
        .map(each ->
            new ReadSheet.Left(forms.of(tx, sheet.form(), each.formVersion()), each.answers()))
        .toList();
  }

  private static List<Record> rows(Tx tx, Sheet sheet) {
    return new ArrayList<>(
        tx.sql()
            .select(SHEET_PART.fields())
            .select(ITEM.STATE, ITEM.AUTHOR_KIND, ITEM.AUTHOR_ID, ITEM.ON_DATE)
            .from(SHEET_PART)
            .join(ITEM)
            .on(ITEM.TENANT_ID.eq(tx.tenant()))
            .and(ITEM.CHILD_ID.eq(SHEET_PART.CHILD_ID))
            .and(ITEM.ITEM_ID.eq(SHEET_PART.ITEM_ID))
            .where(SHEET_PART.TENANT_ID.eq(tx.tenant()))
            .and(SHEET_PART.SHEET_ID.eq(sheet.id()))
            .and(ITEM.STATE.ne(ItemState.WITHDRAWN.name()))
            .and(Readable.item(tx))
            .orderBy(SHEET_PART.REVISION)
            .fetch());
  }

  private static Part part(
      Tx tx,
      Sheet sheet,
      Section section,
      Record row,
      boolean bare,
      Answers answers,
      List<ReadSheet.Left> left) {
    return new Part(
        section,
        row.get(SHEET_PART.ITEM_ID),
        row.get(SHEET_PART.REVISION),
        ItemState.valueOf(row.get(ITEM.STATE)),
        answers,
        bare ? Map.of() : facts(tx, sheet, section, row),
        row.get(SHEET_PART.GIVEN_BY_KIND),
        row.get(SHEET_PART.GIVEN_BY),
        Optional.ofNullable(row.get(SHEET_PART.TYPED_BY)),
        Optional.ofNullable(row.get(SHEET_PART.RECEIVED_ON)),
        row.get(SHEET_PART.CHANGED_AT).toInstant(),
        row.get(ITEM.ON_DATE),
        own(tx, row.get(ITEM.AUTHOR_ID)),
        row.get(SHEET_PART.LOCK_VERSION),
        List.of(),
        Map.of(),
        left.stream().filter(each -> !each.answers().byField().isEmpty()).toList());
  }

  /** As they were sealed, otherwise today's. */
  private static Map<String, String> facts(Tx tx, Sheet sheet, Section section, Record row) {
    var sealed = row.get(SHEET_PART.FACTS);
    if (section.category() == Category.LOCATION && Compartments.concealed(tx, sheet.child())) {
      // sealed by the program itself, whoever handed it in
      return Map.of();
    }
    return sealed == null ? ChildFacts.of(tx, sheet, section) : CanonicalJson.texts(sealed.data());
  }

  /** Whether the author is the reader, or an organisation of the reader's. */
  private static boolean own(Tx tx, UUID author) {
    return switch (Actor.of(tx)) {
      case Actor.Staff staff ->
          staff.organisations().stream().anyMatch(at -> at.value().equals(author));
      case Actor.Guardian guardian -> guardian.guardian().value().equals(author);
      case Actor.Job _, Actor.Login _ -> false;
    };
  }

  private List<Passed> steps(Tx tx, Sheet sheet) {
    List<SheetStepRecord> rows = stepRows(tx, sheet);
    List<ItemId> papers =
        rows.stream().map(SheetStepRecord::getItemId).filter(Objects::nonNull).toList();
    List<Attached> scans = papers.isEmpty() ? List.of() : files.of(tx, papers);
    boolean staff = !(Actor.of(tx) instanceof Actor.Guardian);
    return rows.stream()
        .filter(row -> staff || !SheetMove.valueOf(row.getStep()).inside())
        .map(row ->
            step(row, scans.stream().filter(scan -> scan.item().equals(row.getItemId())).toList()))
        .toList();
  }

  private static List<SheetStepRecord> stepRows(Tx tx, Sheet sheet) {
    return tx.sql()
        .selectFrom(SHEET_STEP)
        .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_STEP.SHEET_ID.eq(sheet.id()))
        .and(Readable.child(tx, SHEET_STEP.CHILD_ID))
        .orderBy(SHEET_STEP.REVISION, SHEET_STEP.ORDINAL)
        .fetch();
  }

  private static Passed step(SheetStepRecord row, List<Attached> scans) {
    return new Passed(
        row.getRevision(),
        SheetMove.valueOf(row.getStep()),
        row.getAt().toInstant(),
        row.getActorKind(),
        Optional.ofNullable(row.getActorId()),
        Optional.ofNullable(row.getMeans()).map(Confirmation.Means::valueOf),
        Optional.ofNullable(row.getOnDate()),
        Optional.ofNullable(row.getGuardianId()).map(GuardianId::value),
        Optional.ofNullable(row.getNote()),
        Optional.ofNullable(row.getPaperPlace()),
        scans,
        Optional.ofNullable(row.getPost()),
        Optional.ofNullable(row.getManner()).map(Manner::valueOf));
  }

  /**
   * The sheet before of the same form and place, as far as it may be read (A5, A15): the term
   * before in the same year, else the last of the latest year in which there is one. What was never
   * in use, a first draft, does not stand between them.
   */
  public Optional<ReadSheet> before(Tx tx, Sheet sheet) {
    return tx.sql()
        .select(SHEET.SHEET_ID)
        .from(SHEET)
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.CHILD_ID.eq(sheet.child()))
        .and(SHEET.FORM_KEY.eq(sheet.form()))
        .and(earlier(sheet))
        .and(
            sheet
                .organisation()
                .map(SHEET.ORGANISATION_ID::eq)
                .orElse(SHEET.ORGANISATION_ID.isNull()))
        .and(sheet.programme().map(SHEET.PROGRAMME_ID::eq).orElse(SHEET.PROGRAMME_ID.isNull()))
        .and(SHEET.STATE.ne(SheetState.DISCARDED.name()))
        .and(
            SHEET
                .STATE
                .notIn(SheetState.DRAFT.name(), SheetState.IN_APPROVAL.name())
                .or(SHEET.REVISION.gt(1)))
        .and(Readable.child(tx, SHEET.CHILD_ID))
        .orderBy(SHEET.FISCAL_YEAR.desc(), SheetSql.NUMBER.desc())
        .limit(1)
        .fetchOptional(SHEET.SHEET_ID)
        .map(id -> inUse(tx, id))
        .filter(read -> !read.parts().isEmpty());
  }

  private static Condition earlier(Sheet sheet) {
    return SHEET
        .FISCAL_YEAR
        .lt(sheet.fiscalYear())
        .or(
            SHEET
                .FISCAL_YEAR
                .eq(sheet.fiscalYear())
                .and(SheetSql.NUMBER.lt(sheet.term().number())));
  }

  /**
   * What a sheet is compared with: its own last final revision, else the sheet before of the same
   * form and place if that became final.
   */
  public Optional<ReadSheet> comparable(Tx tx, Sheet sheet) {
    if (sheet.revision() > 1) {
      return Optional.of(revision(tx, sheet.id(), sheet.revision() - 1))
          .filter(read -> !read.parts().isEmpty());
    }
    return before(tx, sheet).filter(read -> read.sheet().state() == SheetState.FINAL);
  }

  /** The sheets of a child of which anything may be read, latest first. */
  public List<Sheet> of(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(SHEET)
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.CHILD_ID.eq(child))
        .and(SHEET.STATE.ne(SheetState.DISCARDED.name()))
        .and(Readable.child(tx, SHEET.CHILD_ID))
        .and(
            org.jooq.impl.DSL.exists(
                tx.sql()
                    .selectOne()
                    .from(ITEM)
                    .where(Readable.item(tx))
                    .and(ITEM.CHILD_ID.eq(child))
                    .and(ITEM.SHEET_ID.eq(SHEET.SHEET_ID))))
        .orderBy(SHEET.FISCAL_YEAR.desc(), SHEET.CREATED_AT.desc())
        .fetch(SheetSql::sheet);
  }

  /**
   * Whether the actor may open the sheet: something of it may be read, or it is the actor's to
   * write. Otherwise it is not found.
   */
  public void opened(Tx tx, ReadSheet sheet) {
    boolean writes =
        switch (Actor.of(tx)) {
          case Actor.Staff staff -> SheetSql.writes(tx, sheet.sheet(), staff.staff());
          case Actor.Guardian _ -> sheet.sheet().ofFamily();
          case Actor.Job _, Actor.Login _ -> false;
        };
    if (sheet.parts().isEmpty() && !writes) {
      throw new NotFound();
    }
  }
}
