package jp.tsunagi.run.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a scenario, so that its writer sees all of it in one run. */
final class Problems {
  private record Problem(Place place, String text) {}

  private static final Comparator<Problem> IN_READING_ORDER =
      Comparator.<Problem, String>comparing(problem -> problem.place.file())
          .thenComparing(problem -> problem.place.line());

  private final List<Problem> found = new ArrayList<>();

  /**
   * @param what what is wrong, naming the keys in quotes
   * @param todo what the writer can do about it
   */
  void add(Place place, String what, String todo) {
    found.add(new Problem(place, what + "; " + todo));
  }

  int count() {
    return found.size();
  }

  /** One line per problem, {@code city.yaml:214: what; what to do}, in the order of the files. */
  List<String> lines() {
    return found.stream()
        .sorted(IN_READING_ORDER)
        .map(problem -> problem.place + ": " + problem.text)
        .distinct()
        .toList();
  }
}
