package jp.tsunagi.record.idea;

import static jp.tsunagi.base.ui.FieldRefusal.when;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.ui.FieldRefusal;

/** What an example must be like to be taken. */
final class IdeaRules {
  /** Characters of an example: a sentence or two. */
  static final int LONGEST = 300;

  private IdeaRules() {}

  /**
   * Everything that is wrong, at most one thing a field.
   *
   * @param others texts that are offered already
   * @param names of children that stand in the text
   */
  static List<FieldRefusal> check(IdeaDraft draft, List<String> others, List<String> names) {
    return Stream.of(text(draft, others), named(draft, names), kind(draft), place(draft))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<FieldRefusal> text(IdeaDraft draft, List<String> others) {
    String text = draft.text();
    return when(text.isEmpty(), "text", "idea.refused.text")
        .or(() -> when(text.length() > LONGEST, "text", "idea.refused.long", LONGEST))
        .or(() ->
            when(
                others.stream().map(Phrase::plain).anyMatch(Phrase.plain(text)::equals),
                "text",
                "idea.refused.same"));
  }

  private static Optional<FieldRefusal> named(IdeaDraft draft, List<String> names) {
    return when(
        !names.isEmpty() && !draft.sure(),
        "sure",
        "idea.refused.name",
        names.isEmpty() ? "" : names.getFirst());
  }

  private static Optional<FieldRefusal> kind(IdeaDraft draft) {
    return when(draft.kind().isEmpty(), "kind", "idea.refused.kind");
  }

  private static Optional<FieldRefusal> place(IdeaDraft draft) {
    return when(draft.place().isEmpty(), "place", "idea.refused.place");
  }
}
