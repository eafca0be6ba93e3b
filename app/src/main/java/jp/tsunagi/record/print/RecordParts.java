package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.w;
import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.PROGRAMME;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_PART;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.Term;
import jp.tsunagi.record.item.Author;
import jp.tsunagi.record.item.ItemState;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the parts of sheets for papers: never one that may not be read now. */
@Component
public final class RecordParts {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final FormVersions forms;
  private final PartPictures pictures;

  RecordParts(FormVersions forms, PartPictures pictures) {
    this.forms = forms;
    this.pictures = pictures;
  }

  /** The parts of a sheet in the order of its form, each in its newest readable revision. */
  List<RecordPart> ofSheet(Tx tx, SheetId sheet) {
    Set<String> seen = new HashSet<>();
    return find(tx, SHEET.SHEET_ID.eq(sheet)).stream()
        .sorted(Comparator.comparingInt(RecordPart::revision).reversed())
        .filter(part -> seen.add(part.section().key()))
        .sorted(Comparator.comparingInt(RecordParts::place))
        .map(part -> pictures.with(tx, part))
        .toList();
  }

  /** Whose sheet it is; only after a part of it has been read. */
  static ChildId child(Tx tx, SheetId sheet) {
    return tx.sql()
        .select(SHEET.CHILD_ID)
        .from(SHEET)
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.SHEET_ID.eq(sheet))
        .and(Readable.child(tx, SHEET.CHILD_ID))
        .fetchOptional(SHEET.CHILD_ID)
        .orElseThrow(jp.tsunagi.base.access.NotFound::new);
  }

  private static int place(RecordPart part) {
    return part.form().sections().indexOf(part.section());
  }

  /** Every final part of a child in its latest version, newest year first. */
  public List<RecordPart> latestFinal(Tx tx, ChildId child) {
    Condition latest = ITEM.STATE.eq(ItemState.FINAL.name()).and(ITEM.LATEST.isTrue());
    return find(tx, SHEET.CHILD_ID.eq(child).and(latest)).stream()
        .map(part -> pictures.with(tx, part))
        .toList();
  }

  /** Parts of one child. */
  private List<RecordPart> find(Tx tx, Condition which) {
    var rows =
        tx.sql()
            .select(ITEM.ITEM_ID, ITEM.CATEGORY, ITEM.AUTHOR_KIND, ITEM.AUTHOR_ID, ITEM.STATE)
            .select(ITEM.ON_DATE, SHEET.CHILD_ID, SHEET.SHEET_ID, SHEET.FORM_KEY)
            .select(coalesce(SHEET_PART.FORM_VERSION, SHEET.FORM_VERSION).as(SHEET.FORM_VERSION))
            .select(SHEET.FISCAL_YEAR, SHEET.TERM, SHEET.ORGANISATION_ID, PROGRAMME.NAME)
            .select(SHEET_PART.SECTION, SHEET_PART.ANSWERS, SHEET_PART.REVISION, SHEET_PART.FACTS)
            .from(SHEET)
            .join(SHEET_PART)
            .on(SHEET_PART.TENANT_ID.eq(tx.tenant()))
            .and(SHEET_PART.SHEET_ID.eq(SHEET.SHEET_ID))
            .join(ITEM)
            .on(ITEM.TENANT_ID.eq(tx.tenant()))
            .and(ITEM.CHILD_ID.eq(SHEET_PART.CHILD_ID))
            .and(ITEM.ITEM_ID.eq(SHEET_PART.ITEM_ID))
            .leftJoin(PROGRAMME)
            .on(PROGRAMME.TENANT_ID.eq(tx.tenant()))
            .and(PROGRAMME.PROGRAMME_ID.eq(SHEET.PROGRAMME_ID))
            .where(SHEET.TENANT_ID.eq(tx.tenant()))
            .and(which)
            .and(ITEM.STATE.ne(ItemState.WITHDRAWN.name()))
            .and(Readable.item(tx))
            .orderBy(SHEET.FISCAL_YEAR.desc(), ITEM.ON_DATE.desc(), SHEET.SHEET_ID)
            .fetch();
    if (rows.isEmpty()) {
      return List.of();
    }
    ChildId child = rows.getFirst().get(SHEET.CHILD_ID);
    Map<UUID, String> names = names(tx, child);
    Place called = Place.beside(tx, child);
    List<RecordPart> parts = new ArrayList<>();
    rows.forEach(row -> part(tx, row, names, called).ifPresent(parts::add));
    return parts;
  }

  private Optional<RecordPart> part(Tx tx, Record row, Map<UUID, String> names, Place called) {
    FormDefinition form = forms.of(tx, row.get(SHEET.FORM_KEY), row.get(SHEET.FORM_VERSION));
    Author author = Author.of(row.get(ITEM.AUTHOR_KIND), row.get(ITEM.AUTHOR_ID));
    OrganisationId organisation = row.get(SHEET.ORGANISATION_ID);
    return form.section(row.get(SHEET_PART.SECTION))
        .map(section ->
            new RecordPart(
                row.get(ITEM.ITEM_ID),
                row.get(SHEET.SHEET_ID),
                form,
                section,
                Category.valueOf(row.get(ITEM.CATEGORY)),
                author,
                names.getOrDefault(author.id(), w("print.author.guardian")),
                organisation == null ? "" : names.getOrDefault(organisation.value(), ""),
                programme(row, called),
                ItemState.valueOf(row.get(ITEM.STATE)),
                row.get(SHEET.FISCAL_YEAR),
                Term.ofColumn(row.get(SHEET.TERM)),
                row.get(SHEET_PART.REVISION),
                row.get(ITEM.ON_DATE),
                Answers.ofJson(Objects.requireNonNull(row.get(SHEET_PART.ANSWERS)).data()),
                frozen(row.get(SHEET_PART.FACTS)),
                Map.of()));
  }

  /** Its name would tell the place. */
  private static String programme(Record row, Place called) {
    OrganisationId at = row.get(SHEET.ORGANISATION_ID);
    String name = row.get(PROGRAMME.NAME);
    return name == null || (at != null && called.conceals(at)) ? "" : name;
  }

  private static Map<String, String> frozen(@Nullable JSONB facts) {
    Map<String, String> byField = new HashMap<>();
    if (facts != null) {
      JSON.readTree(facts.data())
          .properties()
          .forEach(each -> byField.put(each.getKey(), each.getValue().asString("")));
    }
    return byField;
  }

  private static Map<UUID, String> names(Tx tx, ChildId child) {
    return tx.sql()
        .select(ORGANISATION.ORGANISATION_ID, Place.name(tx, val(child, CHILD.CHILD_ID)))
        .from(ORGANISATION)
        .where(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .fetchMap(row -> row.value1().value(), row -> row.value2());
  }
}
