package jp.tsunagi.run.scenario;

import java.util.HashMap;
import java.util.Map;

/** Every key is one of a kind, and so is every login. */
final class SoundKeys {
  private final Map<String, Place> taken = new HashMap<>();
  private final Problems problems;

  private SoundKeys(Problems problems) {
    this.problems = problems;
  }

  static void check(Scenario scenario, Problems problems) {
    var keys = new SoundKeys(problems);
    scenario.organisations().forEach(each -> keys.take("organisation", each.key(), each.place()));
    scenario.programmes().forEach(each -> keys.take("programme", each.key(), each.place()));
    for (var each : scenario.staff()) {
      keys.take("staff", each.key(), each.place());
      if (each.login() != null) {
        keys.take("login", each.login(), each.place());
      }
    }
    for (var child : scenario.children()) {
      keys.take("child", child.key(), child.place());
      child
          .guardians()
          .forEach(each -> keys.take("guardian", child.key() + "/" + each.key(), each.place()));
    }
  }

  private void take(String kind, String key, Place place) {
    if (!key.matches("[a-z0-9][a-z0-9./-]*")) {
      problems.add(
          place, kind + " key '" + key + "' has other signs", "use a-z, 0-9, full stop and hyphen");
    }
    var before = taken.putIfAbsent(kind + " " + key, place);
    if (before != null) {
      problems.add(place, kind + " '" + key + "' is taken at " + before, "choose another key");
    }
  }
}
