package jp.tsunagi.run.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagi.base.ui.WorkbookParts;
import jp.tsunagi.run.ledger.Sheet.Line;
import jp.tsunagi.run.ledger.Sheet.Outcome;
import jp.tsunagi.run.ledger.Sheet.Unreadable;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads a ledger: the first sheet of an .xlsx, or CSV in UTF-8 (with or without BOM) or
 * Windows-31J. The heads may stand below a title; rows between may be empty.
 */
final class LedgerFile {
  /** Rows taken at once. */
  static final int MOST = 20_000;

  /** Columns looked at: a ledger has a dozen, a workbook made to do harm 16,384. */
  static final int MOST_COLUMNS = 200;

  /** Lines looked at, empty ones included. */
  static final int MOST_LINES = 5 * MOST;

  private static final int HEADS_WITHIN = 20;

  private static final String BOM = "\uFEFF";
  private static final Charset WINDOWS = Charset.forName("windows-31j");

  private LedgerFile() {}

  static Outcome read(byte[] file) {
    if (file.length == 0) {
      return new Outcome.Refused(new Unreadable.Nothing());
    }
    try {
      boolean workbook =
          file.length > 4 && ReadableWorkbook.isOOXMLZipHeader(Arrays.copyOf(file, 4));
      return workbook
          ? unpacked(file)
          : text(file).map(text -> sheet(csv(text))).orElseGet(LedgerFile::noLedger);
    } catch (IOException | org.dhatim.fastexcel.reader.ExcelReaderException unreadable) {
      return noLedger();
    }
  }

  private static Outcome unpacked(byte[] file) throws IOException {
    return switch (WorkbookParts.of(file)) {
      case SOUND -> sheet(workbook(file));
      case TOO_MUCH -> new Outcome.Refused(new Unreadable.TooMuch());
      case DOCTYPE -> noLedger();
    };
  }

  private static Outcome noLedger() {
    return new Outcome.Refused(new Unreadable.NoLedger());
  }

  /** UTF-8 when every byte fits it; else Windows-31J when every byte fits that. */
  private static Optional<String> text(byte[] file) {
    return decoded(file, StandardCharsets.UTF_8)
        .or(() -> decoded(file, WINDOWS))
        .filter(text -> text.indexOf('\0') < 0)
        .map(text -> text.startsWith(BOM) ? text.substring(1) : text);
  }

  private static Optional<String> decoded(byte[] file, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(file))
              .toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static List<List<String>> csv(String text) {
    return Csv.rows(text, MOST_LINES + 1, MOST_COLUMNS);
  }

  private static List<List<String>> workbook(byte[] file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (ReadableWorkbook book =
            new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
        Stream<Row> lines = book.getFirstSheet().openStream()) {
      lines
          .limit(MOST + (long) HEADS_WITHIN + 1)
          .forEach(row -> {
            while (rows.size() < row.getRowNum() - 1 && rows.size() <= MOST_LINES) {
              rows.add(List.of());
            }
            rows.add(cells(row));
          });
    }
    return rows;
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int at = 0; at < Math.min(row.getCellCount(), MOST_COLUMNS); at++) {
      cells.add(row.getOptionalCell(at).map(LedgerFile::text).orElse(""));
    }
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getType() != CellType.NUMBER) {
      return cell.getText();
    }
    return date(cell).map(LocalDate::toString).orElseGet(() -> cell.asNumber().toPlainString());
  }

  /** A number that the workbook shows as a day. */
  private static Optional<LocalDate> date(Cell cell) {
    String format = cell.getDataFormatString();
    boolean day = format != null && format.matches("(?is).*(yy|ee|gg|[dm]/[dm]|m\\W?d).*");
    try {
      return day ? Optional.of(cell.asDate().toLocalDate()) : Optional.empty();
    } catch (DateTimeException | org.dhatim.fastexcel.reader.ExcelReaderException noDay) {
      return Optional.empty();
    }
  }

  private static Outcome sheet(List<List<String>> rows) {
    Map<Column, Integer> best = new EnumMap<>(Column.class);
    for (int at = 0; at < Math.min(HEADS_WITHIN, rows.size()); at++) {
      Map<Column, Integer> heads = Sheet.heads(rows.get(at));
      if (missing(heads).isEmpty()) {
        return lines(rows, at, heads);
      }
      best = heads.size() > best.size() ? heads : best;
    }
    return new Outcome.Refused(new Unreadable.HeadsMissing(missing(best)));
  }

  private static List<Column> missing(Map<Column, Integer> heads) {
    return Arrays.stream(Column.values())
        .filter(column -> column.needed() && !heads.containsKey(column))
        .toList();
  }

  private static Outcome lines(List<List<String>> rows, int headsAt, Map<Column, Integer> heads) {
    List<Line> lines = new ArrayList<>();
    for (int at = headsAt + 1; at < rows.size(); at++) {
      Line line = line(at + 1, rows.get(at), heads);
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    if (lines.size() > MOST || rows.size() > MOST_LINES) {
      return new Outcome.Refused(new Unreadable.TooLong(MOST));
    }
    return lines.isEmpty()
        ? new Outcome.Refused(new Unreadable.Empty())
        : new Outcome.Read(
            new Sheet(
                lines,
                leftOut(rows.get(headsAt), heads.values()),
                Arrays.stream(Column.values())
                    .filter(column -> !heads.containsKey(column) && !column.standsElsewhere())
                    .toList()));
  }

  private static List<String> leftOut(List<String> cells, Collection<Integer> read) {
    return IntStream.range(0, cells.size())
        .filter(at -> !read.contains(at))
        .mapToObj(at -> cells.get(at).strip())
        .filter(head -> !head.isEmpty())
        .toList();
  }

  private static Line line(int number, List<String> cells, Map<Column, Integer> heads) {
    Map<Column, String> line = new EnumMap<>(Column.class);
    heads.forEach((column, at) -> {
      if (at < cells.size()) {
        line.put(column, cells.get(at).strip());
      }
    });
    return new Line(number, line);
  }
}
