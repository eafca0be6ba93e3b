package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_STEP;
import static org.jooq.impl.DSL.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.Term;
import jp.tsunagi.record.sheet.SheetMove;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheets of a child that are meant for its family. */
@Component
class PortalSheets {
  static final String PROFILE = "profile";

  private static final Set<String> SAYING =
      Set.of(SheetMove.DISAGREED.name(), SheetMove.ASKED_TO_TALK.name());
  private static final Field<String> LAST_STEP =
      DSL.field(
              DSL.select(SHEET_STEP.STEP)
                  .from(SHEET_STEP)
                  .where(SHEET_STEP.TENANT_ID.eq(SHEET.TENANT_ID))
                  .and(SHEET_STEP.SHEET_ID.eq(SHEET.SHEET_ID))
                  .orderBy(SHEET_STEP.REVISION.desc(), SHEET_STEP.ORDINAL.desc())
                  .limit(1))
          .as("last_step");

  private static final Field<Integer> NUMBER =
      DSL.coalesce(DSL.nullif(SHEET.TERM, DSL.inline("")).cast(Integer.class), DSL.inline(0))
          .as("number");

  private final FormVersions forms;

  PortalSheets(FormVersions forms) {
    this.forms = forms;
  }

  /**
   * One sheet in a list.
   *
   * @param year in words, with 前期・後期 or its number where the form has one
   * @param answer what it waits for
   */
  record Line(SheetId id, String title, String organisation, String year, Answer answer) {}

  /** Whether an answer is awaited, and who is to speak next. */
  enum Answer {
    /** Nothing is awaited. */
    NONE,
    /** The family has not answered yet. */
    AWAITED,
    /** The family said that something differs or is to be talked over: the author's turn. */
    SAID
  }

  /** What waits for the guardian's own answer. */
  List<PortalPage.Task> waiting(Tx tx, ChildId child) {
    return lines(tx, child, ITEM.STATE.eq("WITH_GUARDIAN")).stream()
        .filter(line -> line.answer() == Answer.AWAITED)
        .map(line ->
            new PortalPage.Task(
                "/portal/sheets/" + line.id(),
                t("portal.task.sheet", line.title()),
                t("portal.task.sheet.note", line.organisation())))
        .toList();
  }

  /** The 個人票 of a child as it stands. */
  record Profile(SheetId id, boolean open, int revision) {}

  /** The child's 個人票; none before it is begun. */
  Optional<Profile> profile(Tx tx, ChildId child) {
    return tx.sql()
        .select(SHEET.SHEET_ID, SHEET.STATE, SHEET.REVISION)
        .from(SHEET)
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.CHILD_ID.eq(child))
        .and(SHEET.FORM_KEY.eq(PROFILE))
        .and(SHEET.STATE.in("DRAFT", "FINAL"))
        .and(Readable.child(tx, SHEET.CHILD_ID))
        .orderBy(SHEET.CREATED_AT.desc())
        .limit(1)
        .fetchOptional(
            row -> new Profile(row.value1(), row.value2().equals("DRAFT"), row.value3()));
  }

  /** 個人票 to begin or to go on with; none once it is handed in. */
  Optional<PortalPage.Task> profileTask(Tx tx, ChildId child) {
    Optional<Profile> profile = profile(tx, child);
    if (profile.filter(it -> !it.open()).isPresent()) {
      return Optional.empty();
    }
    String key = profile.isPresent() ? "portal.task.profile.on" : "portal.task.profile";
    return Optional.of(
        new PortalPage.Task(
            "/portal/children/" + child + "/profile", t(key), t("portal.task.profile.note")));
  }

  /** Everything of the child that the guardian may read, latest year first. */
  List<Line> readable(Tx tx, ChildId child) {
    return lines(tx, child, ITEM.STATE.in("WITH_GUARDIAN", "FINAL"));
  }

  private List<Line> lines(Tx tx, ChildId child, Condition state) {
    Field<String> place =
        when(ORGANISATION.ORGANISATION_ID.isNotNull(), Place.name(tx, SHEET.CHILD_ID)).as("place");
    return tx
        .sql()
        .selectDistinct(SHEET.SHEET_ID, SHEET.FORM_KEY, SHEET.FORM_VERSION, SHEET.FISCAL_YEAR)
        .select(SHEET.TERM, NUMBER, SHEET.STATE, place, LAST_STEP)
        .from(ITEM)
        .join(SHEET)
        .on(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.SHEET_ID.eq(ITEM.SHEET_ID))
        .leftJoin(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(SHEET.ORGANISATION_ID))
        .where(Readable.item(tx))
        .and(ITEM.CHILD_ID.eq(child))
        .and(state)
        .orderBy(SHEET.FISCAL_YEAR.desc(), NUMBER.desc(), SHEET.SHEET_ID)
        .fetch()
        .stream()
        .map(row -> line(tx, row, row.get(place)))
        .toList();
  }

  private Line line(Tx tx, Record row, @Nullable String organisation) {
    FormDefinition form = forms.of(tx, row.get(SHEET.FORM_KEY), row.get(SHEET.FORM_VERSION));
    String year = new FiscalYear(row.get(SHEET.FISCAL_YEAR)).words().in(language());
    return new Line(
        row.get(SHEET.SHEET_ID),
        form.title().in(language()),
        organisation == null ? t("portal.sheet.family") : organisation,
        Term.ofColumn(row.get(SHEET.TERM)).after(year, form.cycle()),
        answer(row));
  }

  private static Answer answer(Record row) {
    if (!row.get(SHEET.STATE).equals("WITH_GUARDIAN")) {
      return Answer.NONE;
    }
    return SAYING.contains(row.get(LAST_STEP)) ? Answer.SAID : Answer.AWAITED;
  }
}
