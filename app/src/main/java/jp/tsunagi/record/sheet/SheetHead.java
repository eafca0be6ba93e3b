package jp.tsunagi.record.sheet;

import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.record.form.FormDefinition;

/**
 * What stands above a sheet.
 *
 * @param title of the form with its year
 * @param child where the child's page is
 * @param facts grade and age
 * @param place whose sheet it is; empty for the family's own
 */
public record SheetHead(
    String title, NameView name, String plain, String facts, String child, String place) {

  static SheetHead of(Tx tx, Sheet sheet, FormDefinition form) {
    var child = ChildFacts.head(tx, sheet.child(), sheet.fiscalYear());
    return new SheetHead(
        SheetWords.title(tx, sheet, form),
        child.name(),
        child.plain(),
        child.facts(),
        "/children/" + sheet.child(),
        sheet.organisation().map(at -> ReaderSql.name(tx, sheet.child(), at)).orElse(""));
  }
}
