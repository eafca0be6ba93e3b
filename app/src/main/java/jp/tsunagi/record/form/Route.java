package jp.tsunagi.record.form;

import java.util.List;
import java.util.Optional;

/** 決裁の順: starts with the draft, ends with final, each step once. */
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
        && steps.stream().distinct().count() == steps.size();
  }

  /** The step that follows, if there is one. */
  public Optional<Step> after(Step step) {
    int at = steps.indexOf(step);
    return at < 0 || at + 1 == steps.size() ? Optional.empty() : Optional.of(steps.get(at + 1));
  }
}
