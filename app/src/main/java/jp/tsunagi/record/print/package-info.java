/**
 * 帳票: sheets on paper. A 様式 becomes a {@code Paper} (ruled tables, 確認欄, ☑ boxes), a paper becomes
 * PDF (A4) or a workbook (.xlsx) that says the same; whatever leaves the house bears a 発行番号, is
 * kept with its very bytes ({@code Issues}), and is read again only by who may read all that is on
 * it (A10, E6). 取扱注意・出力者・日時・通番 stand on every page.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "base.database",
      "base.access",
      "base.calendar",
      "base.name",
      "base.ui",
      "base.trace",
      "people.organisation",
      "people.staff",
      "people.child",
      "people.involvement",
      "record.item",
      "record.form",
      "record.file",
      "record.ground",
      "record.sheet"
    })
package jp.tsunagi.record.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
