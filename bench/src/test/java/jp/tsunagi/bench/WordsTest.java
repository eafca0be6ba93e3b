package jp.tsunagi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static Properties messages(String name) throws IOException {
    Properties properties = new Properties();
    try (var in = WordsTest.class.getResourceAsStream("/messages/" + name);
        var reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(Files::isRegularFile)
          .map(WordsTest::read)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void bothLanguagesSayTheSame() throws IOException {
    assertThat(messages("bench.properties").stringPropertyNames())
        .isEqualTo(messages("bench_en.properties").stringPropertyNames());
  }

  @Test
  void whatIsSaidIsThereAndWhatIsThereIsSaid() throws IOException {
    String sources = sources();
    for (String key : messages("bench.properties").stringPropertyNames()) {
      String used = key.startsWith("refused.") ? key.substring("refused.".length()) : key;
      // the option's own name, or the command's, stands for the help
      boolean help = key.startsWith("usage.") || sources.contains("\"--" + key + "\"");
      assertThat(help || sources.contains("\"" + used + "\"")).as(key).isTrue();
    }
  }

  @Test
  void noJapaneseStandsInTheSources() throws IOException {
    assertThat(sources().replaceAll("(?s)/\\*.*?\\*/", ""))
        .doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
  }

  @Test
  void noFileIsTooLong() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(400));
    }
  }

  @Test
  void saysWhatIsTheMatterInBoth() {
    assertThat(new BenchRefused("port", "8080").words())
        .hasSize(2)
        .allMatch(line -> line.contains("8080") && line.contains("--port"));
  }
}
