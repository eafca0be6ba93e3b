package jp.tsunagi.run.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One key of a block with what stands behind it. Texts are taken as written, never guessed at. */
record Entry(Place place, String key, Node node, Problems problems) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    return wrong("a text", "write one line or a block of text", "");
  }

  LocalDate date() {
    var text = text();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException unreadable) {
      return text.isEmpty()
          ? LocalDate.MIN
          : wrong("a day of the calendar", "write it like 2026-04-01", LocalDate.MIN);
    }
  }

  int number() {
    var text = text();
    return NUMBER.matcher(text).matches()
        ? Integer.parseInt(text)
        : wrong("a whole number", "write digits only", 0);
  }

  boolean yes() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> wrong("true or false", "write one of the two", false);
    };
  }

  <E extends Enum<E>> E one(Class<E> words) {
    var text = text();
    var constants = words.getEnumConstants();
    return Arrays.stream(constants)
        .filter(word -> word.name().equals(text))
        .findFirst()
        .orElseGet(() -> {
          var choice = Arrays.stream(constants).map(Enum::name);
          var todo = "use one of " + choice.collect(Collectors.joining(", "));
          problems.add(place, "'" + key + "' cannot be '" + text + "'", todo);
          return constants[0];
        });
  }

  List<String> texts() {
    return items().stream().map(Entry::text).toList();
  }

  List<Entry> items() {
    if (!(node instanceof SequenceNode sequence)) {
      return wrong("a list", "begin each item with '- '", List.of());
    }
    return sequence.getValue().stream()
        .map(item -> new Entry(at(item), key, item, problems))
        .toList();
  }

  List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    items().forEach(item -> item.block().ifPresent(blocks::add));
    return blocks;
  }

  Optional<Block> block() {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new Block(place.file(), mapping, problems));
    }
    return wrong("a block of keys", "write 'key: value' lines", Optional.empty());
  }

  private Place at(Node item) {
    return new Place(place.file(), item.getStartMark().getLine() + 1);
  }

  private <T> T wrong(String expected, String todo, T standIn) {
    problems.add(place, "'" + key + "' must be " + expected, todo);
    return standIn;
  }
}
