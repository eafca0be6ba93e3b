package jp.tsunagi.base.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What somebody typed into a form, not yet judged: every value of every field, without blanks
 * around it. Nothing of it is lost when the form is refused.
 */
public record Typed(Map<String, List<String>> values) {
  public static final Typed NOTHING = new Typed(Map.of());

  public Typed {
    var stripped = new TreeMap<String, List<String>>();
    values.forEach((name, all) -> stripped.put(name, all.stream().map(String::strip).toList()));
    values = Map.copyOf(stripped);
  }

  /** The first value of the field, empty when there is none. */
  public String text(String name) {
    var all = values.getOrDefault(name, List.of());
    return all.isEmpty() ? "" : all.getFirst();
  }

  /** The value of the field unless it was left empty. */
  public Optional<String> given(String name) {
    return Optional.of(text(name)).filter(text -> !text.isEmpty());
  }

  /** Every value of a field that takes several. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  public boolean ticked(String name) {
    return !text(name).isEmpty();
  }

  /** The same with another value in one field. */
  public Typed with(String name, String value) {
    var changed = new TreeMap<>(values);
    changed.put(name, List.of(value));
    return new Typed(changed);
  }
}
