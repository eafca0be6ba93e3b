package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * Giving a post: first where, then as what.
 *
 * @param where the organisation's form field
 * @param post what is asked once the organisation is chosen; null before
 */
public record AssignmentPage(
    String url,
    String staffUrl,
    String name,
    FieldView where,
    List<Option> organisations,
    @Nullable Post post) {

  /**
   * The second step.
   *
   * @param onPaper where the place is connected, when nobody can use a screen there yet
   * @param noClass where classes are added, when a post needs one and there is none
   */
  public record Post(
      String id,
      String organisation,
      String organisationName,
      FieldView post,
      List<Option> posts,
      FieldView schoolClass,
      List<Option> classes,
      @Nullable Link noClass,
      @Nullable Link onPaper,
      FieldView from,
      FieldView lastDay) {

    /** For the summary at the top. */
    public List<FieldView> fields() {
      return List.of(post, schoolClass, from, lastDay);
    }
  }
}
