package jp.tsunagi.work.retention;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.TakeOut;

/**
 * 保存期限が来た記録.
 *
 * @param kinds ways to see one kind alone
 * @param sorts ways to order it
 * @param id of the proposal that the form makes
 */
public record RetentionPage(
    List<Link> kinds,
    List<Link> sorts,
    List<Row> rows,
    TakeOut takeOut,
    String id,
    FieldView why,
    FieldView chosen) {

  /**
   * The records of a place, kind and year.
   *
   * @param key as the form names it
   * @param children those whom the reader still reaches, each a way to its page
   * @param others how many more there are, in words
   */
  public record Row(
      String key,
      String place,
      String kind,
      String year,
      String rule,
      String since,
      int records,
      List<Link> children,
      String others,
      int held) {}
}
