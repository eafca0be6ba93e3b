package jp.tsunagi.record.idea;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Into which kind of field an example belongs. */
public enum IdeaKind {
  /** 目標: what the child does, where, when and how much. */
  GOAL("goal", "aim"),
  /** 手立て・支援: what those around the child do. */
  SUPPORT("means", "support", "content", "helped", "care", "help", "way"),
  /** 合理的配慮: what is adjusted so that the child takes part as everybody does. */
  ACCOMMODATION("accommodation"),
  /** 評価の観点: by what one sees how it went. */
  CRITERION("criterion", "criteria", "evaluation", "reached", "outcome"),
  /** 引継ぎの文: what the next place begins with. */
  HANDOVER("hand-on", "handover", "next-year", "next");

  /** The more particular word first: {@code support-evaluations} asks how it went. */
  private static final List<IdeaKind> IN_TURN =
      List.of(ACCOMMODATION, CRITERION, HANDOVER, GOAL, SUPPORT);

  private final List<String> words;

  IdeaKind(String... words) {
    this.words = List.of(words);
  }

  /**
   * What suits a field of a form, by the words in its key; none where no kind does.
   *
   * @param key of the field, or of the column of a table
   */
  public static Optional<IdeaKind> suiting(String key) {
    return IN_TURN.stream().filter(kind -> kind.words.stream().anyMatch(key::contains)).findFirst();
  }

  /** The kind with that name, as a page sends it. */
  static Optional<IdeaKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }
}
