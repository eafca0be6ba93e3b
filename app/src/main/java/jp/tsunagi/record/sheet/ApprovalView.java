package jp.tsunagi.record.sheet;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;

/**
 * What somebody with a say in it may decide about a sheet.
 *
 * @param post whose turn it is
 * @param since when it came there
 * @param deputy whether the reader would decide in place of that post
 * @param approves whether the reader may approve; not about an own draft
 * @param alone whether the reader would approve an own draft, holding the post alone
 * @param moment of the round the reader looks at
 * @param note reason, or what goes along with it
 * @param back the earlier posts it can be given back to, by their number; the writers first
 * @param before whether those who decide had it before them already
 * @param differs what is different from that
 */
public record ApprovalView(
    String post,
    String since,
    boolean deputy,
    boolean approves,
    boolean alone,
    String moment,
    FieldView note,
    FieldView to,
    List<Option> back,
    boolean before,
    List<SheetComparison.Changed> differs) {
  public ApprovalView {
    back = List.copyOf(back);
    differs = List.copyOf(differs);
  }
}
