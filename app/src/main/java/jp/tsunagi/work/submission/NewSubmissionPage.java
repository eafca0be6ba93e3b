package jp.tsunagi.work.submission;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.StatusView;
import org.jspecify.annotations.Nullable;

/**
 * A list in the making.
 *
 * @param id of the list it makes: sent twice, it makes one
 * @param rows the children with how their sheets stand; null before form, year, class and office
 *     are chosen
 */
public record NewSubmissionPage(
    String id,
    FieldView at,
    List<Option> places,
    FieldView form,
    List<Option> forms,
    FieldView year,
    List<Option> years,
    FieldView room,
    List<Option> rooms,
    FieldView receiver,
    List<Option> receivers,
    FieldView child,
    @Nullable List<Row> rows,
    FieldView note,
    FieldView last,
    List<FieldView> wrong) {

  /**
   * A child.
   *
   * @param sheet where its sheet is, null when there is none
   * @param pick what is sent when it is ticked, null when it cannot be
   */
  public record Row(
      NameView name,
      String plain,
      @Nullable String sheet,
      @Nullable String pick,
      boolean picked,
      StatusView status) {}
}
