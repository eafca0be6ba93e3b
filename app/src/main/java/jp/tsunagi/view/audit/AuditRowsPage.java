package jp.tsunagi.view.audit;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.PagerView;
import jp.tsunagi.base.ui.TakeOut;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the trace of a child, a staff member or an organisation, the latest first.
 *
 * @param kind child, staff or organisation: a key of words
 */
public record AuditRowsPage(
    String url,
    String kind,
    String name,
    FieldView from,
    FieldView to,
    FieldView sort,
    List<Option> sorts,
    FieldView ground,
    List<Option> grounds,
    List<Row> rows,
    PagerView pager,
    TakeOut takeOut) {
  public AuditRowsPage {
    sorts = List.copyOf(sorts);
    grounds = List.copyOf(grounds);
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param child whose rows are a step away; null where it is no one child
   */
  public record Row(
      String when, String who, String place, String what, @Nullable Link child, String ground) {}
}
