package jp.tsunagi.record.sheet;

import java.util.List;
import jp.tsunagi.base.ui.TwoTexts;

/**
 * What autosave puts in place: what is still missing, and two texts of one field.
 *
 * @param two both texts, each beside its field
 */
public record SavedPage(DraftPage.Before before, List<Beside> two) {
  /** Two texts and the id of their field. */
  public record Beside(String field, TwoTexts texts) {}
}
