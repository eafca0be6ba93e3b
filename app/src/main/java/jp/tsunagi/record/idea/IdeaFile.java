package jp.tsunagi.record.idea;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.ui.WorkbookParts;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads the first sheet of a workbook (.xlsx) as rows of the bank; its heads stand in row one. */
final class IdeaFile {
  /** Rows taken at once. */
  static final int MOST = 3000;

  private static final int MOST_COLUMNS = 40;
  private static final int MAGIC = 4;

  private IdeaFile() {}

  /**
   * A row.
   *
   * @param number as the program that wrote the file shows it, from 1
   */
  record Line(int number, Map<IdeaColumn, String> cells) {
    String text(IdeaColumn column) {
      return cells.getOrDefault(column, "");
    }
  }

  /**
   * What stands in a file.
   *
   * @param refusal why nothing of it can be read, as the end of a message key; null when it can
   */
  record Rows(List<Line> lines, @org.jspecify.annotations.Nullable String refusal) {
    static Rows refused(String why) {
      return new Rows(List.of(), why);
    }
  }

  static Rows read(byte[] file) {
    if (file.length == 0) {
      return Rows.refused("nothing");
    }
    try {
      boolean workbook =
          file.length > MAGIC && ReadableWorkbook.isOOXMLZipHeader(Arrays.copyOf(file, MAGIC));
      if (!workbook || WorkbookParts.of(file) != WorkbookParts.Kind.SOUND) {
        return Rows.refused("workbook");
      }
      return rows(file);
    } catch (IOException | ExcelReaderException unreadable) {
      return Rows.refused("workbook");
    }
  }

  private static Rows rows(byte[] file) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
        Stream<Row> stream = book.getFirstSheet().openStream()) {
      List<Row> rows = stream.limit(MOST + 2L).toList();
      Map<IdeaColumn, Integer> heads = rows.isEmpty() ? Map.of() : heads(rows.getFirst());
      if (!heads.containsKey(IdeaColumn.KIND) || !heads.containsKey(IdeaColumn.TEXT)) {
        return Rows.refused("heads");
      }
      if (rows.size() > MOST + 1) {
        return Rows.refused("long");
      }
      List<Line> lines =
          rows.stream()
              .skip(1)
              .map(row -> line(row, heads))
              .filter(line -> !line.cells().values().stream().allMatch(String::isBlank))
              .toList();
      return lines.isEmpty() ? Rows.refused("nothing") : new Rows(lines, null);
    }
  }

  private static Map<IdeaColumn, Integer> heads(Row row) {
    Map<IdeaColumn, Integer> heads = new EnumMap<>(IdeaColumn.class);
    List<String> cells = cells(row);
    for (int at = 0; at < cells.size(); at++) {
      int place = at;
      IdeaColumn.of(cells.get(at)).ifPresent(column -> heads.putIfAbsent(column, place));
    }
    return heads;
  }

  private static Line line(Row row, Map<IdeaColumn, Integer> heads) {
    List<String> cells = cells(row);
    Map<IdeaColumn, String> line = new EnumMap<>(IdeaColumn.class);
    heads.forEach((column, at) -> line.put(column, at < cells.size() ? cells.get(at).strip() : ""));
    return new Line(row.getRowNum(), line);
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int at = 0; at < Math.min(row.getCellCount(), MOST_COLUMNS); at++) {
      cells.add(row.getOptionalCell(at).flatMap(IdeaFile::text).orElse(""));
    }
    return cells;
  }

  private static Optional<String> text(Cell cell) {
    return cell.getType() == CellType.NUMBER
        ? Optional.of(cell.asNumber().stripTrailingZeros().toPlainString())
        : Optional.ofNullable(cell.getText());
  }
}
