package jp.tsunagi.run.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No two children of the made-up city are told of in the same words. */
final class ShippedTextsTest {
  private static final int WORTH_COMPARING = 24;

  private final Map<String, Set<String>> childrenByText = new HashMap<>();

  @Test
  void noTwoChildrenShareAText() {
    for (var child : ScenarioFile.shipped(LocalDate.of(2026, 11, 27)).children()) {
      child.story().stream().flatMap(ShippedTextsTest::answers).forEach(text -> note(child, text));
    }
    childrenByText.values().removeIf(children -> children.size() < 2);
    assertThat(childrenByText).isEmpty();
  }

  private void note(Child child, String text) {
    if (text.codePointCount(0, text.length()) >= WORTH_COMPARING) {
      childrenByText.computeIfAbsent(text, none -> new HashSet<>()).add(child.key());
    }
  }

  private static Stream<String> answers(Act act) {
    return switch (act) {
      case Act.Profile profile -> texts(profile.answers());
      case Act.Support support -> texts(support.answers());
      default -> Stream.empty();
    };
  }

  private static Stream<String> texts(Given.Answers answers) {
    return answers.sections().values().stream()
        .flatMap(part -> part.fields().values().stream())
        .flatMap(ShippedTextsTest::texts);
  }

  private static Stream<String> texts(Given given) {
    return switch (given) {
      case Given.Text(var text) -> Stream.of(text);
      case Given.Rows(var rows) ->
          rows.stream().flatMap(row -> row.values().stream()).flatMap(ShippedTextsTest::texts);
      default -> Stream.empty();
    };
  }
}
