package jp.tsunagi.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of the program, for tests that keep its habits.
 *
 * @param path below its root, with slashes: {@code jp/tsunagi/base/ui/Text.java}
 */
record Source(String path, String text) {
  /** The floors of the house, from the ground up. */
  static final List<String> WINGS = List.of("base", "people", "record", "work", "view", "run");

  private static final Pattern TOKENS =
      Pattern.compile(
          "(?<comment>//[^\\n]*|/\\*.*?\\*/)|(?<block>\"\"\".*?\"\"\")"
              + "|(?<text>\"(?:\\\\.|[^\"\\\\\\n])*\")|(?<sign>'(?:\\\\.[^']*|[^'\\\\])')",
          Pattern.DOTALL);

  static List<Source> mainJava() {
    return below("src/main/java", ".java");
  }

  static List<Source> testJava() {
    return below("src/test/java", ".java");
  }

  static List<Source> templates() {
    return below("src/main/jte", ".jte");
  }

  static List<Source> migrations() {
    return below("src/main/resources/db/migration", ".sql");
  }

  static List<Source> below(String root, String ending) {
    Path folder = Path.of(root);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .map(file -> read(folder, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source read(Path folder, Path file) {
    try {
      return new Source(
          folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  }

  /** Wing and module, e.g. {@code people/staff}; of Java files without the root package. */
  String module() {
    String inside = path.replaceFirst("^jp/tsunagi/", "");
    String[] steps = inside.split("/");
    return steps.length < 3 ? "" : steps[0] + "/" + steps[1];
  }

  long lines() {
    return text.lines().count();
  }

  /** The text of a Java file without comments. */
  String code() {
    return TOKENS
        .matcher(text)
        .replaceAll(token ->
            token.group("comment") != null
                ? ""
                : java.util.regex.Matcher.quoteReplacement(token.group()));
  }

  /** The text of a template without comments. */
  String markup() {
    return text.replaceAll("(?s)<%--.*?--%>", "");
  }

  /** The string literals of a Java file; of a template, whatever in quotes could be a key. */
  List<String> literals() {
    return path.endsWith(".java") ? javaLiterals() : quoted();
  }

  private List<String> javaLiterals() {
    return TOKENS
        .matcher(code())
        .results()
        .map(token -> token.group())
        .filter(token -> token.startsWith("\""))
        .map(token -> token.replaceAll("^\"+|\"+$", ""))
        .toList();
  }

  private List<String> quoted() {
    return Pattern.compile("\"([A-Za-z0-9_.-]+)\"")
        .matcher(markup())
        .results()
        .map(token -> token.group(1))
        .toList();
  }
}
