package jp.tsunagi.record.print;

import static jp.tsunagi.schema.Tables.FORM_VERSION;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_PART;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.people.child.Children;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.NewChild;
import jp.tsunagi.people.child.Reason;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.child.Sex;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.item.Author;
import jp.tsunagi.record.item.ItemKind;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.item.Items;
import jp.tsunagi.record.item.NewItem;
import org.jooq.JSONB;

/** A town with a child and its sheets, for tests of papers. */
public final class PrintTown {
  public static final LocalDate BIRTH = LocalDate.of(2020, 5, 14);

  private final TestProgram program;
  private final TestTown town;

  public PrintTown(TestProgram program, TestTown town) {
    this.program = program;
    this.town = town;
  }

  /** A child known to an organisation, enrolled there since long ago. */
  public ChildId child(OrganisationId owner, String family, String given) {
    ChildId child = ChildId.create();
    var name = PersonName.of(new NamePart(family, "たかみね"), new NamePart(given, "なぎさ"));
    town.run(tx -> {
      var fresh =
          new NewChild(
              child,
              name,
              BIRTH,
              Sex.FEMALE,
              owner,
              Set.of(Reason.GUARDIAN_WISH),
              Optional.empty(),
              false);
      program.bean(Children.class).add(tx, fresh);
    });
    involve(child, owner, InvolvementKind.ENROLMENT);
    return child;
  }

  public void involve(ChildId child, OrganisationId organisation, InvolvementKind kind) {
    town.run(tx ->
        program
            .bean(Involvements.class)
            .open(tx, child, organisation, kind, Period.since(LocalDate.of(2024, 4, 1))));
  }

  /** The child's mother, who decides for it. */
  public GuardianId mother(ChildId child) {
    GuardianId mother = GuardianId.create();
    town.run(tx -> {
      Guardians guardians = program.bean(Guardians.class);
      guardians.put(
          tx,
          new Guardians.Guardian(
              mother, "髙嶺 みなみ", "たかみね みなみ", Optional.of("080-0000-1201"), Optional.empty()));
      guardians.relate(
          tx,
          child,
          new Guardians.Guardianship(
              mother, Relation.MOTHER, 1, Optional.empty(), Optional.of(Period.since(BIRTH))));
    });
    return mother;
  }

  /** A sheet of an organisation, each section with its words, in a state. */
  public SheetId sheet(
      ChildId child, OrganisationId owner, String form, ItemState state, String words) {
    SheetId sheet = SheetId.create();
    town.run(tx -> {
      FormDefinition definition = Samples.form(form);
      publish(tx, definition);
      tx.sql()
          .insertInto(SHEET)
          .set(SHEET.TENANT_ID, tx.tenant())
          .set(SHEET.SHEET_ID, sheet)
          .set(SHEET.CHILD_ID, child)
          .set(SHEET.FORM_KEY, form)
          .set(SHEET.FORM_VERSION, definition.version())
          .set(SHEET.ORGANISATION_ID, owner)
          .set(SHEET.FISCAL_YEAR, 2025)
          .set(SHEET.STATE, "FINAL")
          .set(SHEET.REVISION, 1)
          .set(SHEET.CREATED_AT, tx.now().atOffset(ZoneOffset.UTC))
          .execute();
      definition
          .sections()
          .forEach(section -> part(tx, child, owner, sheet, definition, section, state, words));
    });
    return sheet;
  }

  private void part(
      Tx tx,
      ChildId child,
      OrganisationId owner,
      SheetId sheet,
      FormDefinition form,
      Section section,
      ItemState state,
      String words) {
    ItemId item =
        program
            .bean(Items.class)
            .add(
                tx,
                new NewItem(
                    child,
                    ItemKind.SHEET,
                    section.category(),
                    new Author.Organisation(owner),
                    Optional.of(form.key() + "/" + section.key()),
                    Optional.of(sheet),
                    1,
                    state,
                    section.guardianReads(),
                    LocalDate.of(2026, 3, 20),
                    "…"));
    tx.sql()
        .insertInto(SHEET_PART)
        .set(SHEET_PART.TENANT_ID, tx.tenant())
        .set(SHEET_PART.SHEET_ID, sheet)
        .set(SHEET_PART.REVISION, 1)
        .set(SHEET_PART.SECTION, section.key())
        .set(SHEET_PART.CHILD_ID, child)
        .set(SHEET_PART.ITEM_ID, item)
        .set(SHEET_PART.ANSWERS, JSONB.valueOf(saying(section, words).json()))
        .set(SHEET_PART.GIVEN_BY_KIND, "STAFF")
        .set(SHEET_PART.GIVEN_BY, Id.fresh())
        .set(SHEET_PART.CHANGED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(SHEET_PART.LOCK_VERSION, 1)
        .execute();
  }

  /** Every text of the section says the words and which section it is. */
  private static Answers saying(Section section, String words) {
    Map<String, Answer> said = new HashMap<>();
    section
        .questions()
        .forEach(field -> {
          if (field instanceof jp.tsunagi.record.form.Field.LongText) {
            said.put(field.key(), new Answer.Text(words + "・" + section.key()));
          }
        });
    return new Answers(new TreeMap<>(said));
  }

  private static void publish(Tx tx, FormDefinition form) {
    tx.sql()
        .insertInto(FORM_VERSION)
        .set(FORM_VERSION.TENANT_ID, tx.tenant())
        .set(FORM_VERSION.FORM_KEY, form.key())
        .set(FORM_VERSION.VERSION, form.version())
        .set(FORM_VERSION.HASH, form.hash())
        .set(FORM_VERSION.VALID_FROM_YEAR, form.years().from())
        .set(FORM_VERSION.VALID_TO_YEAR, form.years().to())
        .set(FORM_VERSION.DEFINITION, JSONB.valueOf(form.canonicalJson()))
        .set(FORM_VERSION.PUBLISHED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }
}
