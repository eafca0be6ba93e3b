package jp.tsunagi.run.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A made-up municipality that was read and found sound: ready to be played. */
public record Scenario(
    Municipality municipality,
    List<Establishment> organisations,
    List<StaffMember> staff,
    List<Programme> programmes,
    List<Child> children,
    List<Account> accounts) {

  /** One act of one child. */
  record Scene(Child child, Act act) {}

  Optional<Establishment> organisation(String key) {
    return organisations.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  Optional<StaffMember> staff(String key) {
    return staff.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  Optional<Programme> programme(String key) {
    return programmes.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  Optional<Child> child(String key) {
    return children.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** All stories as one, day by day; within a day in the order of the file. */
  List<Scene> scenes() {
    return children.stream()
        .flatMap(child -> child.story().stream().map(act -> new Scene(child, act)))
        .sorted(Comparator.comparing(scene -> scene.act().date()))
        .toList();
  }
}
