package jp.tsunagi.record.form;

import java.util.List;
import java.util.Optional;

/**
 * 様式の順: starts with the draft, ends with final, each step once. Whoever approves does so before the
 * family is asked; what is talked over before that stands before both.
 */
public record Route(List<Step> steps) {

  public Route {
    steps = List.copyOf(steps);
    if (!sound(steps)) {
      throw new IllegalArgumentException("a route goes from draft to final, each step once");
    }
  }

  static boolean sound(List<Step> steps) {
    return steps.size() >= 2
        && steps.getFirst() instanceof Step.Draft
        && steps.getLast() instanceof Step.Final
        && steps.stream().filter(Step.Draft.class::isInstance).count() == 1
        && steps.stream().filter(Step.Final.class::isInstance).count() == 1
        && steps.stream().filter(Step.InApproval.class::isInstance).count() <= 1
        && steps.stream().filter(Step.WithGuardian.class::isInstance).count() <= 1
        && steps.stream().distinct().count() == steps.size()
        && inOrder(steps);
  }

  private static boolean inOrder(List<Step> steps) {
    List<Integer> places = steps.stream().map(Route::place).toList();
    return places.equals(places.stream().sorted().toList());
  }

  private static int place(Step step) {
    return switch (step) {
      case Step.Draft _ -> 0;
      case Step.Noted(var occasion) -> occasion.first() ? 1 : 3;
      case Step.InApproval _ -> 2;
      case Step.WithGuardian _ -> 3;
      case Step.Final _ -> 4;
    };
  }

  /** Whether the form's way leads over a decision at all; the organisation may leave it out. */
  public Optional<Step.InApproval> approval() {
    return steps.stream()
        .filter(Step.InApproval.class::isInstance)
        .map(Step.InApproval.class::cast)
        .findFirst();
  }

  /** What is noted on the way, in its order. */
  public List<Occasion> occasions() {
    return steps.stream()
        .filter(Step.Noted.class::isInstance)
        .map(step -> ((Step.Noted) step).occasion())
        .toList();
  }

  /** The step that follows, if there is one. */
  public Optional<Step> after(Step step) {
    int at = steps.indexOf(step);
    return at < 0 || at + 1 == steps.size() ? Optional.empty() : Optional.of(steps.get(at + 1));
  }
}
