package jp.tsunagi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code word of the glossary is one that the code really uses. */
class GlossaryTest {
  private static final Pattern ROW = Pattern.compile("^\\| [^|]+ \\| `([A-Za-z-]+)` \\|.*");

  @Test
  void everyCodeWordStandsInTheCode() throws IOException {
    String code = code();
    List<String> words = words();
    assertThat(words).hasSizeGreaterThan(20);
    assertThat(words)
        .allSatisfy(word ->
            assertThat(Pattern.compile("\\b" + word + "\\b").matcher(code).find())
                .as("%s of docs/glossary.md stands in the code", word)
                .isTrue());
  }

  private static List<String> words() throws IOException {
    return Files.readAllLines(Path.of("../docs/glossary.md")).stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(row -> row.group(1))
        .toList();
  }

  private static String code() throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file : files.filter(one -> one.toString().matches(".*\\.(java|yaml)")).toList()) {
        code.append(Files.readString(file));
      }
    }
    return code.toString();
  }
}
