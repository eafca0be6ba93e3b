package jp.tsunagi.work.handover;

import java.util.List;
import jp.tsunagi.record.print.Paper;

/**
 * The 支援シート as it will look.
 *
 * @param values everything that was chosen, to be sent again
 * @param asWorkbook whether it may go out as a file
 */
public record SupportSheetPreviewPage(
    String childUrl, String url, List<Value> values, boolean asWorkbook, Paper paper) {
  public SupportSheetPreviewPage {
    values = List.copyOf(values);
  }

  /** A hidden field. */
  public record Value(String name, String value) {}
}
