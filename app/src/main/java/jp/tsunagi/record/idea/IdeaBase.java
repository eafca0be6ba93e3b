package jp.tsunagi.record.idea;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The examples that come with the program, {@code ideas/base.txt}: read once, never changed. */
final class IdeaBase {
  private static final String FILE = "ideas/base.txt";
  private static final String VERSION = "version ";
  private static final int CELLS = 6;

  private IdeaBase() {}

  /** An example with the key that it keeps for good. */
  record Line(String key, IdeaKind kind, Tags tags, String text) {}

  /** Read when first asked for. */
  private static final class Read {
    static final List<String> LINES =
        text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    static final int VERSION_NUMBER =
        Integer.parseInt(LINES.getFirst().substring(VERSION.length()));
    static final List<Line> ALL = LINES.stream().skip(1).map(IdeaBase::line).toList();
  }

  /** Goes up with every change of the file. */
  static int version() {
    return Read.VERSION_NUMBER;
  }

  static List<Line> all() {
    return Read.ALL;
  }

  private static Line line(String line) {
    List<String> cells = Arrays.stream(line.split("\\|", CELLS)).map(String::strip).toList();
    return new Line(
        cells.get(0),
        IdeaKind.valueOf(cells.get(1)),
        Tags.named(names(cells.get(2)), names(cells.get(3)), names(cells.get(4))),
        cells.get(5));
  }

  private static List<String> names(String cell) {
    return cell.isEmpty() ? List.of() : new ArrayList<>(List.of(cell.split(",")));
  }

  private static String text() {
    try (var stream = IdeaBase.class.getClassLoader().getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("the program comes without " + FILE);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
