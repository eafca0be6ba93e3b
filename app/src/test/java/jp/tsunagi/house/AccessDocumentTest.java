package jp.tsunagi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The figures and words by which {@code docs/access.md} states the rule are those of the code: the
 * table at its end names each with the place where it stands.
 */
class AccessDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/access.md");
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| ([^|]+) \\| ([^|]+) \\| `([a-z.]+\\.[A-Z][\\w$]+)(?:#(\\w+))?` \\|$");

  /** A row of the table: what it says, and where that stands. */
  record Figure(String what, String value, String type, String field) {}

  static Stream<Figure> figures() throws IOException {
    return ROW.matcher(Files.readString(DOCUMENT))
        .results()
        .map(it ->
            new Figure(
                it.group(1).strip(),
                it.group(2).strip(),
                it.group(3),
                it.group(4) == null ? "" : it.group(4)));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void standsInTheCode(Figure figure) throws ReflectiveOperationException {
    Class<?> type = Class.forName("jp.tsunagi." + figure.type());
    if (figure.field().isEmpty()) {
      assertThat(words(figure.value()))
          .as(figure.what())
          .isEqualTo(
              Arrays.stream(type.getEnumConstants())
                  .map(one -> ((Enum<?>) one).name())
                  .collect(Collectors.toCollection(TreeSet::new)));
      return;
    }
    Field field = type.getDeclaredField(figure.field());
    field.setAccessible(true);
    Object value = field.get(null);
    if (value instanceof Iterable<?> many) {
      TreeSet<String> all = new TreeSet<>();
      many.forEach(one -> all.add(one.toString()));
      assertThat(words(figure.value())).as(figure.what()).isEqualTo(all);
    } else if (value instanceof Duration time) {
      assertThat(figure.value()).as(figure.what()).isEqualTo(time.toMinutes() + " minutes");
    } else {
      assertThat(number(figure.value())).as(figure.what()).isEqualTo(String.valueOf(value));
    }
  }

  @org.junit.jupiter.api.Test
  void theTableIsThere() throws IOException {
    assertThat(figures()).hasSizeGreaterThan(15);
  }

  private static TreeSet<String> words(String value) {
    return new TreeSet<>(List.of(value.split(",\\s*")));
  }

  private static String number(String value) {
    Matcher number = Pattern.compile("^[\\d,]+").matcher(value);
    return number.find() ? number.group().replace(",", "") : value;
  }
}
