package jp.tsunagi.run.scenario;

import java.io.Serial;
import java.util.List;

/** A scenario that cannot be played. The message has one line for every mistake found. */
public final class ScenarioRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final List<String> problems;

  ScenarioRefused(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Like {@code city.yaml:214: child 'a' enrols at 'midori' before it opened; …}. */
  public List<String> problems() {
    return problems;
  }
}
