package jp.tsunagi.base.ui;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why what was typed is not taken: the field that has to change, and the words below it. A rule
 * gives at most one for a field.
 */
public record FieldRefusal(String field, String words) {

  /** With the words of a message. */
  public static FieldRefusal of(String field, String key, @Nullable Object... about) {
    return new FieldRefusal(field, t(key, about));
  }

  /** The refusal, if it holds that something is wrong. */
  public static Optional<FieldRefusal> when(
      boolean wrong, String field, String key, @Nullable Object... about) {
    return wrong ? Optional.of(of(field, key, about)) : Optional.empty();
  }

  /** The words by field, the first of each, as {@link Fields} takes them. */
  public static Map<String, String> problems(List<FieldRefusal> refusals) {
    return refusals.stream()
        .collect(
            Collectors.toMap(FieldRefusal::field, FieldRefusal::words, (first, second) -> first));
  }
}
