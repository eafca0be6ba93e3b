package jp.tsunagi.record.idea;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.ui.Option;

/** Kinds, needs, areas and stages in words. */
final class IdeaWords {
  private IdeaWords() {}

  static String of(IdeaKind kind) {
    return t("idea.kind." + kind);
  }

  static String of(Need need) {
    return t("idea.need." + need);
  }

  static String of(Area area) {
    return t("idea.area." + area);
  }

  static String of(Stage stage) {
    return t("idea.stage." + stage);
  }

  static String of(IdeaState state) {
    return t("idea.state." + state);
  }

  /** Kind, needs and stages in one line. */
  static String about(Idea idea) {
    return Stream.concat(
            Stream.of(of(idea.kind())), idea.tags().needs().stream().map(IdeaWords::of))
        .collect(Collectors.joining(t("idea.between")));
  }

  static String needs(Idea idea) {
    return joined(idea.tags().needs().stream().map(IdeaWords::of).toList());
  }

  static String areas(Idea idea) {
    return joined(idea.tags().areas().stream().map(IdeaWords::of).toList());
  }

  static String stages(Idea idea) {
    return joined(idea.tags().stages().stream().map(IdeaWords::of).toList());
  }

  private static String joined(List<String> words) {
    return String.join(t("idea.comma"), words);
  }

  static List<Option> kinds(Collection<String> chosen) {
    return options(IdeaKind.values(), "idea.kind.", chosen);
  }

  static List<Option> needs(Collection<String> chosen) {
    return options(Need.values(), "idea.need.", chosen);
  }

  static List<Option> areas(Collection<String> chosen) {
    return options(Area.values(), "idea.area.", chosen);
  }

  static List<Option> areas(Area.Group group, Collection<String> chosen) {
    return options(
        Stream.of(Area.values()).filter(area -> area.group() == group).toArray(Area[]::new),
        "idea.area.",
        chosen);
  }

  static List<Option> stages(Collection<String> chosen) {
    return options(Stage.values(), "idea.stage.", chosen);
  }

  static List<Option> states(Collection<String> chosen) {
    return options(IdeaState.values(), "idea.state.", chosen);
  }

  private static List<Option> options(Enum<?>[] values, String key, Collection<String> chosen) {
    return Stream.of(values)
        .map(one -> new Option(one.name(), t(key + one.name()), chosen.contains(one.name())))
        .toList();
  }
}
