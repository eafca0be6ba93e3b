package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.FORM_VERSION;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.record.form.Cycle;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.ShippedForms;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.print.PrintTown;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;

/** A 個人票 that was begun in 2018 and written on in 2022. */
class LivingSheetTest {
  private final FamilyTown family = new FamilyTown();
  private final ChildId child =
      family.child("田中", "たなか", "りく", LocalDate.of(2012, 7, 1), family.centre);

  @Test
  void aSheetThatIsWrittenOnIsOfTheYearItWasLast() {
    SheetId profile =
        new PrintTown(family.program, family.town)
            .sheet(child, family.nursery, "profile", ItemState.FINAL, "積み木が好き");
    family.town.run(tx -> {
      tx.sql()
          .update(SHEET)
          .set(SHEET.FISCAL_YEAR, 2018)
          .where(SHEET.SHEET_ID.eq(profile))
          .execute();
      tx.sql().update(ITEM).set(ITEM.FISCAL_YEAR, 2022).where(ITEM.SHEET_ID.eq(profile)).execute();
    });
    var kept =
        family.town.<Kept>call(tx ->
            family
                .program
                .bean(Records.class)
                .find(tx, RetentionKind.PROFILE, profile.value())
                .orElseThrow());
    assertThat(kept.begun()).isEqualTo(2018);
    assertThat(kept.year()).isEqualTo(2022);
    assertThat(kept.isOf(2018) && kept.isOf(2022)).isTrue();
    assertThat(kept.isOf(2017) || kept.isOf(2023)).isFalse();
  }

  /** A form of the municipality's own that is kept once is written on from year to year too. */
  @Test
  void aFormThatIsKeptOnceIsOfTheYearItWasLastWhoeverMadeIt() {
    SheetId sheet =
        new PrintTown(family.program, family.town)
            .sheet(child, family.nursery, "profile", ItemState.FINAL, "積み木が好き");
    FormDefinition shipped =
        ShippedForms.all().stream()
            .filter(one -> one.key().equals("profile"))
            .findFirst()
            .orElseThrow();
    FormDefinition own =
        new FormDefinition(
            "town-record",
            1,
            shipped.title(),
            shipped.years(),
            Cycle.ONCE,
            shipped.attachedTo(),
            shipped.places(),
            shipped.route(),
            shipped.sections());
    family.town.run(tx -> {
      tx.sql()
          .insertInto(FORM_VERSION)
          .set(FORM_VERSION.TENANT_ID, tx.tenant())
          .set(FORM_VERSION.FORM_KEY, own.key())
          .set(FORM_VERSION.VERSION, own.version())
          .set(FORM_VERSION.HASH, own.hash())
          .set(FORM_VERSION.VALID_FROM_YEAR, own.years().from())
          .set(FORM_VERSION.VALID_TO_YEAR, own.years().to())
          .set(FORM_VERSION.DEFINITION, JSONB.valueOf(own.canonicalJson()))
          .set(FORM_VERSION.PUBLISHED_AT, tx.now().atOffset(ZoneOffset.UTC))
          .execute();
      tx.sql()
          .update(SHEET)
          .set(SHEET.FORM_KEY, own.key())
          .set(SHEET.FORM_VERSION, own.version())
          .set(SHEET.FISCAL_YEAR, 2018)
          .where(SHEET.SHEET_ID.eq(sheet))
          .execute();
      tx.sql().update(ITEM).set(ITEM.FISCAL_YEAR, 2022).where(ITEM.SHEET_ID.eq(sheet)).execute();
    });
    var kept =
        family.town.<Kept>call(tx ->
            family
                .program
                .bean(Records.class)
                .find(tx, RetentionKind.OTHER, sheet.value())
                .orElseThrow());
    assertThat(kept.kind()).isEqualTo(RetentionKind.OTHER);
    assertThat(kept.begun()).isEqualTo(2018);
    assertThat(kept.year()).isEqualTo(2022);
  }
}
