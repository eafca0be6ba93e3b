package jp.tsunagi.record.ground;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.database.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed into a form of consents, and what is wrong with it, field by field. */
final class Typed {
  private final MultiValueMap<String, String> values;
  private final Map<String, String> problems = new LinkedHashMap<>();

  Typed(MultiValueMap<String, String> values) {
    this.values = values;
  }

  String text(String field) {
    String value = values.getFirst(field);
    return value == null ? "" : value.strip();
  }

  Set<String> all(String field) {
    return Set.copyOf(values.getOrDefault(field, List.of()));
  }

  boolean has(String field) {
    return values.containsKey(field);
  }

  Set<OrganisationId> organisations(String field) {
    return all(field).stream()
        .flatMap(text -> organisation(text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<OrganisationId> organisation(String text) {
    try {
      return Optional.of(OrganisationId.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  void wrong(String field, String problem) {
    problems.putIfAbsent(field, problem);
  }

  @Nullable String problem(String field) {
    return problems.get(field);
  }

  boolean isWrong() {
    return !problems.isEmpty();
  }
}
