package jp.tsunagi.record.ground;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;

/**
 * What can be named beside the consents (an objection, a ground in law): everything but who the
 * child is, for that follows from dealing with it. The field is {@code scope}.
 */
public record ScopeChoice(Typed typed) {
  /**
   * Choices that belong together.
   *
   * @param chosen how many are chosen
   */
  public record Group(String title, int chosen, List<Option> choices) {}

  private static Stream<ScopeLine> offered() {
    return Stream.concat(
        Arrays.stream(Category.values())
            .filter(category -> category != Category.IDENTITY)
            .map(ScopeLine::of),
        DraftRule.groups().stream()
            .flatMap(group -> group.sections().stream())
            .map(SectionWords.Choice::line));
  }

  /** What was chosen of what is offered. */
  public List<ScopeLine> chosen() {
    return offered().filter(line -> typed.all("scope").contains(line.code())).toList();
  }

  /** Laid out, whole categories by what they are about, sections by their form. */
  public List<Group> groups() {
    return SectionWords.areas(offered().toList()).stream().map(this::group).toList();
  }

  private Group group(SectionWords.Group area) {
    List<Option> choices =
        area.sections().stream()
            .map(one ->
                new Option(
                    one.line().code(), one.title(), typed.all("scope").contains(one.line().code())))
            .toList();
    return new Group(area.title(), (int) choices.stream().filter(Option::chosen).count(), choices);
  }
}
