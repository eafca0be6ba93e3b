package jp.tsunagi.record.ground;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.child.Identity;
import org.jspecify.annotations.Nullable;

/**
 * 家族に見せる of one person of age, at a hub: what is shown, and a paper that came in.
 *
 * @param back the list of consents
 * @param givers the person, or whoever acts for it
 * @param preview what the wish would open; null before anybody asked
 */
public record ShowingsPage(
    Identity child,
    String url,
    String back,
    List<Row> rows,
    ShowingForm.View form,
    FieldView giver,
    List<Option> givers,
    FieldView on,
    FieldView paper,
    FieldView scan,
    List<FieldView> wrong,
    ShowingWords.@Nullable Preview preview) {

  /**
   * What is shown to one guardian.
   *
   * @param end where taking back is put on file, null when it does not hold
   */
  public record Row(
      ShowingWords.Line line, @Nullable String end, FieldView giver, List<Option> givers) {}
}
