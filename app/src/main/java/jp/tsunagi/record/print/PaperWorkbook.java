package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.w;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagi.base.ui.CellText;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Papers as .xlsx: the same words in the same order, readable and printable on A4 as they open. */
public final class PaperWorkbook {
  /** The media type of what comes out. */
  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String SPACE = "\u3000";

  private PaperWorkbook() {}

  /** The paper as a workbook of one sheet. */
  public static byte[] render(Paper paper, Footing footing) {
    var bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Tsunagi", "1.0")) {
      book.setGlobalDefaultFont("BIZ UDGothic", 10.5);
      Worksheet sheet = book.newWorksheet(w("print.workbook.sheet"));
      page(sheet, footing);
      write(new WorkbookRows(sheet), paper, footing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void page(Worksheet sheet, Footing footing) {
    for (int column = 0; column < WorkbookRows.COLUMNS; column++) {
      sheet.width(column, WorkbookRows.WIDTH);
    }
    sheet.hideGridLines();
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.footer(footer(w("print.foot.care") + SPACE + footing.number()), Position.LEFT, 8);
    sheet.footer(footer(footing.by() + SPACE + footing.at()), Position.CENTER, 8);
    sheet.footer("&P / &N", Position.RIGHT, 8);
  }

  /** An ampersand begins a command in a footer. */
  private static String footer(String text) {
    return CellText.of(text).replace("&", "&&");
  }

  private static void write(WorkbookRows rows, Paper paper, Footing footing) {
    paper
        .letter()
        .ifPresent(letter -> {
          rows.right(letter.number());
          rows.right(letter.date());
          rows.plain(letter.receiver());
          rows.right(letter.sender());
        });
    rows.title(paper.title());
    paper.under().forEach(rows::centred);
    paper.facts().forEach(fact -> rows.labelled(fact.label(), fact(fact)));
    paper.blocks().forEach(block -> write(rows, block));
    rows.plain("");
    rows.plain(
        String.join(
            SPACE,
            w("print.foot.care"),
            w("print.foot.by", footing.by()),
            footing.at(),
            w("print.foot.number", footing.number())));
  }

  private static String fact(Paper.Fact fact) {
    return fact.above().map(above -> fact.value() + w("print.bracket", above)).orElse(fact.value());
  }

  private static void write(WorkbookRows rows, Paper.Block block) {
    switch (block) {
      case Paper.Heading heading ->
          rows.heading(heading.text() + heading.note().map(note -> SPACE + note).orElse(""));
      case Paper.Ruled ruled ->
          ruled.lines().forEach(line -> rows.labelled(line.label(), value(line.value())));
      case Paper.Grid grid -> {
        grid.label().ifPresent(rows::bold);
        int[] widths = WorkbookRows.widths(grid);
        rows.cells(grid.heads(), true, grid.labelled(), widths);
        for (int i = 0; i < grid.rows().size(); i++) {
          rows.cells(grid.rows().get(i), false, grid.labelled(), widths);
          if (!grid.below().isEmpty()) {
            grid.below().get(i).forEach(cell -> rows.labelled(cell.label(), cell.text()));
          }
        }
      }
      case Paper.Words words -> {
        rows.bold(words.label());
        words.paragraphs().forEach(rows::plain);
      }
      case Paper.Signatures signatures ->
          signatures.boxes().forEach(box -> rows.labelled(box.label(), signature(box)));
    }
  }

  private static String value(Paper.Value value) {
    return switch (value) {
      case Paper.Written(var text, _) -> text;
      case Paper.Large(var text) -> text;
      case Paper.Ticks(var ticks) -> boxes(ticks);
      case Paper.Pictures(var pictures, _) ->
          pictures.stream().map(Paper.Picture::name).collect(Collectors.joining("\n"));
    };
  }

  private static String boxes(List<Paper.Tick> ticks) {
    return ticks.stream()
        .map(tick -> w(tick.ticked() ? "print.box.ticked" : "print.box.open", tick.text()))
        .collect(Collectors.joining(SPACE));
  }

  private static String signature(Paper.SignatureBox box) {
    List<String> words = new ArrayList<>();
    words.add(box.day().isEmpty() ? w("print.sign.day") : box.day());
    if (!box.choices().isEmpty()) {
      words.add(boxes(box.choices()));
    }
    words.add(w("print.sign.name") + SPACE + box.name());
    if (!box.role().isEmpty()) {
      words.add(box.role() + SPACE + box.relation());
    }
    return String.join("\n", words) + (box.how().isEmpty() ? "" : SPACE + box.how());
  }
}
