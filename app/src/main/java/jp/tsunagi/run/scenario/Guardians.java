package jp.tsunagi.run.scenario;

import java.util.Optional;

/** Guardians by {@code child/guardian}. */
final class Guardians {
  private Guardians() {}

  static Optional<Guardian> find(Scenario scenario, String key) {
    var slash = key.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : scenario
            .child(key.substring(0, slash))
            .flatMap(child -> child.guardian(key.substring(slash + 1)));
  }
}
