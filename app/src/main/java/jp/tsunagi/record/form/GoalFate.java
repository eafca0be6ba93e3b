package jp.tsunagi.record.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 継続・修正・達成・終了: what becomes of a goal in the next plan (A15, D2). A goal that was taken over is
 * {@link #OPEN} until its writer says so; a goal that is new in a plan has none of these.
 */
public enum GoalFate {
  /** Taken over and not decided yet. */
  OPEN,
  /** 継続: the goal goes on as it is. */
  CONTINUE,
  /** 修正: the goal goes on in other words. */
  REVISE,
  /** 達成: reached; what stands in the row now is the goal that follows, if there is one. */
  REACHED,
  /** 終了: not pursued any more. */
  ENDED;

  /** As it is stored and sent by a page. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that key. */
  public static Optional<GoalFate> of(String key) {
    return Stream.of(values()).filter(fate -> fate.key().equals(key)).findFirst();
  }

  /** What a row of goals says of itself; empty for a goal that was not taken over. */
  public static Optional<GoalFate> of(Field goals, Answers row) {
    return goals.columns().stream()
        .filter(Field.RollForward.class::isInstance)
        .map(column -> row.at(column.key()))
        .flatMap(answer ->
            answer instanceof Answer.Choice(var key) ? of(key).stream() : Stream.<GoalFate>of())
        .findFirst();
  }

  /**
   * Whether a row is no goal of this plan any more: ended, or reached with no other goal in its
   * place. The goal stands in {@link #goal}.
   */
  public static boolean closed(Field goals, Answers row) {
    return switch (of(goals, row).orElse(OPEN)) {
      case ENDED -> true;
      case REACHED -> goal(goals).filter(column -> row.at(column.key()).given()).isEmpty();
      case OPEN, CONTINUE, REVISE -> false;
    };
  }

  /**
   * The column that holds the goal itself: the first of words that has to be filled in, else the
   * first of words. 領域 and 優先順位 that stand before it say nothing of the goal.
   */
  public static Optional<Field> goal(Field goals) {
    List<Field> now =
        goals.columns().stream()
            .filter(column -> !(column instanceof Field.RollForward))
            .filter(column -> column.head().ofBefore() == null)
            .toList();
    List<Field> words =
        now.stream()
            .filter(column -> column instanceof Field.LongText || column instanceof Field.ShortText)
            .toList();
    return words.stream()
        .filter(column -> column.head().required() == Requirement.FINAL)
        .findFirst()
        .or(() -> words.stream().findFirst())
        .or(() -> now.stream().findFirst());
  }
}
