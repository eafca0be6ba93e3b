package jp.tsunagi.record.sheet;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.PagerView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.TakeOut;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a decision, was decided in one's place, came back, or is on its way.
 *
 * @param title of the list
 * @param list its word in addresses
 * @param lists the others
 * @param form to narrow by; its choices are the forms there are
 * @param heads of the columns, those with an address to sort by
 * @param bulk whether several can be approved together
 * @param takeOut null for who may not take the list out
 * @param empty what is empty, in words; null when there are lines
 */
public record ApprovalsPage(
    String title,
    String list,
    List<Link> lists,
    FieldView form,
    List<Option> forms,
    List<Link> heads,
    List<Line> lines,
    boolean bulk,
    PagerView pager,
    @Nullable TakeOut takeOut,
    @Nullable String empty,
    @Nullable RefusalView refusal) {
  public ApprovalsPage {
    lists = List.copyOf(lists);
    forms = List.copyOf(forms);
    heads = List.copyOf(heads);
    lines = List.copyOf(lines);
  }

  /**
   * A sheet.
   *
   * @param id to tick it by
   * @param room class of the child
   * @param post whose turn it is; empty where nobody's is
   * @param ticks whether it can be ticked: opened since it came, and not the reader's own
   * @param why it cannot, in words; empty where it can
   */
  public record Line(
      String id,
      String url,
      NameView name,
      String plain,
      String room,
      String title,
      String post,
      String since,
      boolean ticks,
      String why) {}
}
