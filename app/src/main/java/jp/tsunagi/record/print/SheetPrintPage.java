package jp.tsunagi.record.print;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;

/**
 * Before a sheet is printed: what for, and how it will look.
 *
 * @param url where the purpose is sent
 * @param form its id: the same thing sent twice from it is printed once
 * @param asWorkbook whether a file may be taken out too
 * @param losses what the paper cannot show as it was written, and where
 * @param earlier what has been printed of this sheet
 */
public record SheetPrintPage(
    String url,
    String childUrl,
    String form,
    FieldView purpose,
    List<Option> purposes,
    FieldView more,
    boolean asWorkbook,
    Paper paper,
    List<String> losses,
    List<IssueLine> earlier) {
  public SheetPrintPage {
    purposes = List.copyOf(purposes);
    earlier = List.copyOf(earlier);
  }
}
