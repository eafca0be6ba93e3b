package jp.tsunagi.record.sheet;

import java.util.List;
import jp.tsunagi.base.ui.Option;

/**
 * Two versions of a sheet.
 *
 * @param url of the sheet
 * @param before the earlier version by number and day
 * @param after the later one
 * @param changes per section; empty when nothing one may read is different
 * @param froms versions to compare from; {@code tos} to compare to
 */
public record SheetComparisonPage(
    SheetHead head,
    String url,
    String before,
    String after,
    List<SheetComparison.Changed> changes,
    List<Option> froms,
    List<Option> tos) {
  public SheetComparisonPage {
    changes = List.copyOf(changes);
    froms = List.copyOf(froms);
    tos = List.copyOf(tos);
  }
}
