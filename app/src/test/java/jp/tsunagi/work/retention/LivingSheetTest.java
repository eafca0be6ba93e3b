package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.print.PrintTown;
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
}
