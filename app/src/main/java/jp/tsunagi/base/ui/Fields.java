package jp.tsunagi.base.ui;

import static jp.tsunagi.base.ui.Text.has;
import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The fields of a form: their words, what was typed, and what is wrong with it.
 *
 * @param labels key before the name of a field, e.g. {@code child.field.}
 * @param hints key before the name of a field that has a hint
 * @param problems by the name of the field, in words
 */
public record Fields(String labels, String hints, Typed typed, Map<String, String> problems) {
  public Fields {
    problems = Map.copyOf(problems);
  }

  public FieldView of(String name) {
    return FieldView.of(name, t(labels + name))
        .value(typed.text(name))
        .hint(has(hints + name) ? t(hints + name) : null)
        .error(problems.get(name));
  }

  public FieldView must(String name) {
    return of(name).must();
  }

  /** The answers to choose from; chosen is what was typed. */
  public List<Option> options(String name, List<String> values, Function<String, String> words) {
    List<String> chosen = typed.all(name);
    return values.stream()
        .map(value -> new Option(value, words.apply(value), chosen.contains(value)))
        .toList();
  }

  /**
   * The answers of an enumeration.
   *
   * @param words key before the name of each value
   */
  public List<Option> options(String name, Enum<?>[] values, String words) {
    return options(name, Arrays.stream(values).map(Enum::name).toList(), value -> t(words + value));
  }
}
