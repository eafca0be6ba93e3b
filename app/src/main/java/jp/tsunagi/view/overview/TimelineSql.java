package jp.tsunagi.view.overview;

import static jp.tsunagi.schema.Tables.FORM_VERSION;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static jp.tsunagi.schema.Tables.ISSUE;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.PROGRAMME;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_PART;
import static org.jooq.Records.mapping;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.ExplanationSql;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Text;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.item.ItemKind;
import jp.tsunagi.record.item.ItemState;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** The timeline: a query on the spine, item by item under the predicate (A1). */
final class TimelineSql {
  private TimelineSql() {}

  /**
   * The items of a child the reader may read, in their latest version, newest first.
   *
   * @param sections of which the answers are read with them
   */
  static List<ItemRow> of(Tx tx, ChildId child, List<String> sections) {
    return items(tx, ITEM.CHILD_ID.eq(child).and(ITEM.LATEST.isTrue()), sections)
        .orderBy(ITEM.ON_DATE.desc(), ITEM.ITEM_ID)
        .fetch(mapping(ItemRow::new));
  }

  /** One item of a child, of any version, if the reader may read it. */
  static Optional<ItemRow> find(Tx tx, ChildId child, ItemId item) {
    return items(tx, ITEM.CHILD_ID.eq(child).and(ITEM.ITEM_ID.eq(item)), List.of())
        .fetchOptional(mapping(ItemRow::new));
  }

  private static SelectConditionStep<
          org.jooq.Record22<
              ItemId,
              ItemKind,
              Category,
              String,
              String,
              UUID,
              ItemState,
              Boolean,
              java.time.LocalDate,
              String,
              jp.tsunagi.base.database.SheetId,
              Integer,
              jp.tsunagi.base.access.Explanation.Hand,
              String,
              String,
              Turn,
              Integer,
              String,
              String,
              String,
              jp.tsunagi.base.database.IssueId,
              Answers>>
      items(Tx tx, Condition which, List<String> sections) {
    return tx.sql()
        .select(
            ITEM.ITEM_ID,
            ITEM.KIND.convertFrom(ItemKind::valueOf),
            ITEM.CATEGORY.convertFrom(Category::valueOf),
            ITEM.SECTION,
            ITEM.AUTHOR_KIND,
            ITEM.AUTHOR_ID,
            ITEM.STATE.convertFrom(ItemState::valueOf),
            ITEM.LATEST,
            ITEM.ON_DATE,
            gist(tx),
            ITEM.SHEET_ID,
            ITEM.REVISION,
            ExplanationSql.hand(tx),
            SHEET.FORM_KEY,
            title(),
            turn(),
            SHEET.FISCAL_YEAR,
            Place.known(tx, ITEM.CHILD_ID, PROGRAMME.NAME),
            Place.name(tx, ITEM.CHILD_ID),
            GUARDIANSHIP.RELATION,
            ISSUE.ISSUE_ID,
            answers(tx, sections))
        .from(ITEM)
        .leftJoin(SHEET)
        .on(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.SHEET_ID.eq(ITEM.SHEET_ID))
        .leftJoin(FORM_VERSION)
        .on(FORM_VERSION.TENANT_ID.eq(tx.tenant()))
        .and(FORM_VERSION.FORM_KEY.eq(SHEET.FORM_KEY))
        .and(FORM_VERSION.VERSION.eq(SHEET.FORM_VERSION))
        .leftJoin(PROGRAMME)
        .on(PROGRAMME.TENANT_ID.eq(tx.tenant()))
        .and(PROGRAMME.PROGRAMME_ID.eq(SHEET.PROGRAMME_ID))
        .leftJoin(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.coerce(UUID.class).eq(ITEM.AUTHOR_ID))
        .leftJoin(GUARDIANSHIP)
        .on(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIANSHIP.CHILD_ID.eq(ITEM.CHILD_ID))
        .and(GUARDIANSHIP.GUARDIAN_ID.coerce(UUID.class).eq(ITEM.AUTHOR_ID))
        .leftJoin(ISSUE)
        .on(ISSUE.TENANT_ID.eq(tx.tenant()))
        .and(ISSUE.CHILD_ID.eq(ITEM.CHILD_ID))
        .and(ISSUE.ITEM_ID.eq(ITEM.ITEM_ID))
        .where(Readable.item(tx))
        .and(ITEM.COMPARTMENT_ID.isNull())
        .and(which);
  }

  /** What a part says, as it is in force or goes to the guardian. */
  private static Field<Answers> answers(Tx tx, List<String> sections) {
    var said =
        DSL.select(SHEET_PART.ANSWERS)
            .from(SHEET_PART)
            .where(SHEET_PART.TENANT_ID.eq(tx.tenant()))
            .and(SHEET_PART.ITEM_ID.eq(ITEM.ITEM_ID));
    return DSL.when(
            ITEM.SECTION
                .eq(DSL.any(sections.toArray(String[]::new)))
                .and(ITEM.STATE.in("FINAL", "WITH_GUARDIAN")),
            DSL.field(said))
        .convertFrom(json -> json == null ? null : Answers.ofJson(json.data()));
  }

  /** What the program writes of papers names who got them. */
  private static Field<String> gist(Tx tx) {
    return DSL.when(
            ITEM.KIND.eq(ItemKind.ISSUE.name()).and(Compartments.concealed(tx, ITEM.CHILD_ID)),
            DSL.inline(""))
        .otherwise(ITEM.GIST);
  }

  /** The form's title in the reader's language, in Japanese where it has none. */
  private static Field<String> title() {
    String language = Text.language().getLanguage();
    return DSL.field(
        "coalesce({0} ->> {1}, {0} ->> 'ja')",
        String.class, FORM_VERSION.TITLE, DSL.inline(language));
  }

  /** What is kept for years has no year in its title; of a term or a count it says which. */
  private static Field<Turn> turn() {
    return DSL.concat(
            DSL.coalesce(FORM_VERSION.CYCLE, DSL.inline("YEARLY")),
            DSL.inline(":"),
            DSL.coalesce(SHEET.TERM, DSL.inline("")))
        .convertFrom(Turn::of);
  }
}
