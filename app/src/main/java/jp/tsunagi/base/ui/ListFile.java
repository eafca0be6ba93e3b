package jp.tsunagi.base.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * A list as an .xlsx file, ready to print: A4 across, the head of the table on every page, the page
 * number below. A cell is text (a leading zero stays, and nothing becomes a formula, also not when
 * the file is later saved as CSV) or a day, which Excel sorts and filters as a day.
 */
public final class ListFile implements View {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String DAY = "yyyy/mm/dd";
  private static final int DAY_WIDTH = 12;
  private static final int WIDEST = 40;

  private final String title;
  private final List<String> heads;
  private final List<List<Cell>> rows;

  private ListFile(String title, List<String> heads, List<List<Cell>> rows) {
    this.title = title;
    this.heads = heads;
    this.rows = rows;
  }

  /** What stands in a cell. */
  public sealed interface Cell {
    static Cell of(@Nullable String text) {
      return new Words(text == null ? "" : text);
    }

    static Cell of(@Nullable LocalDate day) {
      return day == null ? new Words("") : new Day(day);
    }
  }

  /** Text, never a formula. */
  private record Words(String text) implements Cell {}

  /** A day as Excel counts days. */
  private record Day(LocalDate date) implements Cell {}

  /**
   * Sends a list of texts.
   *
   * @param title name of the file and of its one sheet
   */
  public static ModelAndView of(String title, List<String> heads, List<List<String>> rows) {
    return cells(
        title, heads, rows.stream().map(row -> row.stream().map(Cell::of).toList()).toList());
  }

  /** Sends a list of texts and days. */
  public static ModelAndView cells(String title, List<String> heads, List<List<Cell>> rows) {
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
      page(sheet);
      for (int column = 0; column < heads.size(); column++) {
        sheet.value(0, column, CellText.of(heads.get(column)));
        sheet.style(0, column).bold().borderStyle("thin").set();
        sheet.width(column, width(column));
        fill(sheet, column);
      }
      sheet.setAutoFilter(0, 0, rows.size(), heads.size() - 1);
    }
    return out.toByteArray();
  }

  /** How it prints: across, as wide as the paper, as long as it must be. */
  private void page(Worksheet sheet) {
    sheet.freezePane(0, 1);
    sheet.repeatRows(0);
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.footer(CellText.of(title).replace("&", "&&"), Position.LEFT, 8);
    sheet.footer("&P / &N", Position.RIGHT, 8);
  }

  private void fill(Worksheet sheet, int column) {
    for (int row = 0; row < rows.size(); row++) {
      switch (rows.get(row).get(column)) {
        case Words(String text) -> sheet.value(row + 1, column, CellText.of(text));
        case Day(LocalDate date) -> {
          sheet.value(row + 1, column, date);
          sheet.style(row + 1, column).format(DAY).set();
        }
      }
      sheet.style(row + 1, column).borderStyle("hair").set();
    }
  }

  /** Two columns of a digit for a character of full width. */
  private int width(int column) {
    int widest = 2 * heads.get(column).length() + 2;
    for (List<Cell> row : rows) {
      widest = Math.max(widest, width(row.get(column)));
    }
    return Math.min(WIDEST, widest);
  }

  private static int width(Cell cell) {
    return switch (cell) {
      case Words(String text) -> 2 * text.length() + 2;
      case Day _ -> DAY_WIDTH;
    };
  }
}
