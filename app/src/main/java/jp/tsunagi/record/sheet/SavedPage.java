package jp.tsunagi.record.sheet;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.TwoTexts;
import org.jspecify.annotations.Nullable;

/**
 * What autosave puts in place: what is still missing, what is wrong with what was just typed, and
 * two texts of one field.
 *
 * @param before what is still missing; null where the page does not show it
 * @param fields that were just typed in, each with its error or without
 * @param two both texts, each beside its field
 */
public record SavedPage(
    DraftPage.@Nullable Before before, List<FieldView> fields, List<Beside> two) {
  /** Two texts and the id of their field. */
  public record Beside(String field, TwoTexts texts) {}
}
