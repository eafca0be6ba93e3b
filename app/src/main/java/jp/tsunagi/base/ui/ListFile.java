package jp.tsunagi.base.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * A list as an .xlsx file. Every cell is text: a leading zero stays, and nothing becomes a formula,
 * also not when the file is later saved as CSV.
 */
public final class ListFile implements View {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int WIDEST = 40;

  private final String title;
  private final List<String> heads;
  private final List<List<String>> rows;

  private ListFile(String title, List<String> heads, List<List<String>> rows) {
    this.title = title;
    this.heads = heads;
    this.rows = rows;
  }

  /**
   * Sends the list.
   *
   * @param title name of the file and of its one sheet
   */
  public static ModelAndView of(String title, List<String> heads, List<List<String>> rows) {
    return new ModelAndView(new ListFile(title, heads, rows));
  }

  @Override
  public String getContentType() {
    return XLSX;
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] file = bytes();
    response.setContentType(XLSX);
    response.setContentLength(file.length);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(title + ".xlsx", StandardCharsets.UTF_8)
            .build()
            .toString());
    response.getOutputStream().write(file);
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Tsunagi", "1.0")) {
      Worksheet sheet = book.newWorksheet(title);
      sheet.freezePane(0, 1);
      for (int column = 0; column < heads.size(); column++) {
        sheet.value(0, column, CellText.of(heads.get(column)));
        sheet.style(0, column).bold().set();
        sheet.width(column, width(column));
        fill(sheet, column);
      }
    }
    return out.toByteArray();
  }

  private void fill(Worksheet sheet, int column) {
    for (int row = 0; row < rows.size(); row++) {
      sheet.value(row + 1, column, CellText.of(rows.get(row).get(column)));
    }
  }

  /** Two columns of a digit for a character of full width. */
  private int width(int column) {
    int longest = heads.get(column).length();
    for (List<String> row : rows) {
      longest = Math.max(longest, row.get(column).length());
    }
    return Math.min(WIDEST, 2 * longest + 2);
  }
}
