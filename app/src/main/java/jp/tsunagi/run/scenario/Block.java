package jp.tsunagi.run.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * One mapping of a scenario file. Every key asked for is a known key; {@link #finish} refuses the
 * others. A missing or unreadable value is noted as a problem and a stand-in returned, so that the
 * reading goes on and finds the rest.
 */
final class Block {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();
  private final Place place;
  private final Problems problems;

  Block(String file, MappingNode node, Problems problems) {
    this.place = new Place(file, node.getStartMark().getLine() + 1);
    this.problems = problems;
    node.getValue().forEach(tuple -> put(file, tuple.getKeyNode(), tuple.getValueNode()));
  }

  private void put(String file, Node key, Node value) {
    var word = key instanceof ScalarNode scalar ? scalar.getValue() : "?";
    var at = new Place(file, key.getStartMark().getLine() + 1);
    if (entries.putIfAbsent(word, new Entry(at, word, value, problems)) != null) {
      problems.add(at, "'" + word + "' stands twice in one block", "keep one of them");
    }
  }

  Place place() {
    return place;
  }

  Problems problems() {
    return problems;
  }

  /** Every key somebody asked for so far. */
  Set<String> known() {
    return Set.copyOf(known);
  }

  /** The keys as written, in their order; for blocks whose keys are free, like answers. */
  List<Entry> all() {
    known.addAll(entries.keySet());
    return List.copyOf(entries.values());
  }

  boolean has(String key) {
    known.add(key);
    return entries.containsKey(key);
  }

  String text(String key) {
    return required(key, Entry::text, "");
  }

  LocalDate date(String key) {
    return required(key, Entry::date, LocalDate.MIN);
  }

  /** A number that may be left out. */
  int numberOr(String key, int otherwise) {
    return find(key).map(Entry::number).orElse(otherwise);
  }

  int number(String key) {
    return required(key, Entry::number, 0);
  }

  <E extends Enum<E>> E one(String key, Class<E> words) {
    return required(key, entry -> entry.one(words), words.getEnumConstants()[0]);
  }

  @Nullable String textOrNull(String key) {
    return find(key).map(Entry::text).orElse(null);
  }

  @Nullable LocalDate dateOrNull(String key) {
    return find(key).map(Entry::date).orElse(null);
  }

  <E extends Enum<E>> E oneOr(String key, Class<E> words, E usual) {
    return find(key).map(entry -> entry.one(words)).orElse(usual);
  }

  boolean yes(String key) {
    return find(key).map(Entry::yes).orElse(false);
  }

  List<String> texts(String key) {
    return find(key).map(Entry::texts).orElse(List.of());
  }

  <E extends Enum<E>> List<E> words(String key, Class<E> words) {
    return find(key).map(Entry::items).orElse(List.of()).stream()
        .map(item -> item.one(words))
        .toList();
  }

  /** Reads each block of a list; the list may be missing. */
  <T> List<T> each(String key, Function<Block, T> reading) {
    var read = new ArrayList<T>();
    for (var block : find(key).map(Entry::blocks).orElse(List.of())) {
      read.add(reading.apply(block));
    }
    return List.copyOf(read);
  }

  <T> Optional<T> inner(String key, Function<Block, T> reading) {
    return find(key).flatMap(Entry::block).map(reading);
  }

  Optional<Entry> find(String key) {
    known.add(key);
    return Optional.ofNullable(entries.get(key));
  }

  /** Notes every key nobody asked for. */
  void finish() {
    for (var entry : entries.values()) {
      if (!known.contains(entry.key())) {
        problems.add(
            entry.place(),
            "unknown key '" + entry.key() + "'",
            "use one of " + String.join(", ", known));
      }
    }
  }

  private <T> T required(String key, Function<Entry, T> reading, T standIn) {
    var entry = find(key);
    if (entry.isEmpty()) {
      problems.add(place, "'" + key + "' is missing", "add it to this block");
    }
    return entry.map(reading).orElse(standIn);
  }
}
