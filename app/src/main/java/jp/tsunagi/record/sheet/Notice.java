package jp.tsunagi.record.sheet;

import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.record.form.Address;

/**
 * 気づき: something about a draft that its writer may want to look at again. It never stands in the
 * way of anything.
 *
 * @param at the field, or the cell of a row
 * @param label of the field, with its row where it has one
 * @param words what was noticed
 */
public record Notice(Address at, String label, String words) {
  /** Id of the field in a page that shows it. */
  public String field() {
    return FieldView.of(at.parameter(), "").id();
  }
}
