package jp.tsunagi.record.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Keys and values of a form file. Keys that nobody asked for are refused in the end, with their
 * line.
 */
final class YamlMap {
  private final YamlValue whole;
  private final Map<String, NodeTuple> tuples = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();

  YamlMap(YamlValue whole, @Nullable MappingNode node) {
    this.whole = whole;
    if (node == null) {
      whole.problem("notKeysAndValues");
    } else {
      node.getValue().forEach(this::add);
    }
  }

  private void add(NodeTuple tuple) {
    var key = name(tuple.getKeyNode());
    if (tuples.putIfAbsent(key, tuple) != null) {
      whole.problems().at(tuple.getKeyNode().getStartMark(), "keyTwice", key);
    }
  }

  private static String name(Node key) {
    return key instanceof ScalarNode scalar ? scalar.getValue() : "?";
  }

  List<String> keys() {
    return List.copyOf(tuples.keySet());
  }

  YamlValue whole() {
    return whole;
  }

  Optional<YamlValue> optional(String key) {
    known.add(key);
    return Optional.ofNullable(tuples.get(key))
        .map(tuple -> new YamlValue(tuple.getValueNode(), whole.problems()));
  }

  <T> T or(String key, Function<YamlValue, T> read, T otherwise) {
    return optional(key).map(read).orElse(otherwise);
  }

  <T> @Nullable T orNull(String key, Function<YamlValue, T> read) {
    return optional(key).map(read).orElse(null);
  }

  /** Reads what must be there; when it is not, that is reported and the stand-in returned. */
  <T> T required(String key, Function<YamlValue, T> read, T standIn) {
    var value = optional(key);
    if (value.isEmpty()) {
      whole.problem("keyMissing", key);
    }
    return value.map(read).orElse(standIn);
  }

  /** Reports every key that was not asked for. */
  void finish() {
    tuples.forEach((key, tuple) -> {
      if (!known.contains(key)) {
        whole
            .problems()
            .at(tuple.getKeyNode().getStartMark(), "unknownKey", key, String.join(", ", known));
      }
    });
  }
}
