package jp.tsunagi.work.request;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.child.Identity;
import org.jspecify.annotations.Nullable;

/**
 * The requests about one child that concern the reader, and the way to a new one.
 *
 * @param answering what is asked of the reader's place
 * @param asked what it asks itself
 * @param begin null for whoever may not ask
 */
public record ChildRequestsPage(
    Identity child,
    List<RequestsPage.Row> answering,
    List<RequestsPage.Row> asked,
    @Nullable Begin begin) {

  /**
   * Of whom which form of which year.
   *
   * @param known sheets of others of which the reader reads something already
   */
  public record Begin(
      String url,
      List<Link> known,
      FieldView place,
      List<Option> places,
      FieldView form,
      List<Option> forms,
      FieldView year,
      List<Option> years,
      List<FieldView> wrong) {}
}
