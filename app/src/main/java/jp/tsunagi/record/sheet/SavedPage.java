package jp.tsunagi.record.sheet;

import java.util.List;
import jp.tsunagi.base.ui.TwoTexts;
import org.jspecify.annotations.Nullable;

/**
 * What autosave puts in place: what is still missing, and two texts of one field.
 *
 * @param before what is still missing; null where the page does not show it
 * @param two both texts, each beside its field
 */
public record SavedPage(DraftPage.@Nullable Before before, List<Beside> two) {
  /** Two texts and the id of their field. */
  public record Beside(String field, TwoTexts texts) {}
}
