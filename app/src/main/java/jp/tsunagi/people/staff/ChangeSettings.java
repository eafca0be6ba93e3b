package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import org.springframework.stereotype.Component;

/** An administrator changes what the municipality has decided; each change leaves its row. */
@Component
final class ChangeSettings {
  /** The reason that is no field's. */
  static final String NOTHING = "";

  private final Database database;
  private final List<Setting> settings;
  private final Trace trace;

  ChangeSettings(Database database, List<Setting.Source> sources, Trace trace) {
    this.database = database;
    this.settings =
        sources.stream()
            .flatMap(source -> source.settings().stream())
            .sorted(Comparator.comparingInt(Setting::order))
            .toList();
    this.trace = trace;
  }

  List<Setting> all() {
    return settings;
  }

  /** What holds now. */
  static String now(Tx tx, Setting setting) {
    return Municipality.setting(tx, setting.name()).orElse(setting.usual());
  }

  /**
   * Changes what was typed differently.
   *
   * @param typed by the name of the setting
   * @param seen what stood in the form when it was opened: somebody else's change is not undone
   *     unawares
   * @return what is wrong, by the name of the setting; nothing when all was changed
   */
  Map<String, String> with(Actor.Staff actor, Map<String, String> typed, Map<String, String> seen) {
    return database.call(actor, tx -> change(tx, typed, seen));
  }

  private Map<String, String> change(Tx tx, Map<String, String> typed, Map<String, String> seen) {
    Map<String, String> problems = new LinkedHashMap<>();
    Map<Setting, String> fresh = new LinkedHashMap<>();
    for (Setting setting : settings) {
      String value = typed.getOrDefault(setting.name(), "").strip();
      String now = now(tx, setting);
      if (!value.equals(now) && !value.equals(seen.get(setting.name()))) {
        problem(setting, value, now, seen)
            .ifPresentOrElse(
                why -> problems.put(setting.name(), why), () -> fresh.put(setting, value));
      }
    }
    if (problems.isEmpty() && fresh.isEmpty()) {
      problems.put(NOTHING, t("staff.setting.refused.nothing"));
    }
    if (problems.isEmpty()) {
      fresh.forEach((setting, value) -> decide(tx, setting, value));
    }
    return problems;
  }

  private static Optional<String> problem(
      Setting setting, String value, String now, Map<String, String> seen) {
    return now.equals(seen.get(setting.name()))
        ? setting.problem(value)
        : Optional.of(t("staff.setting.refused.stale", setting.said(now)));
  }

  private void decide(Tx tx, Setting setting, String value) {
    Municipality.set(tx, setting.name(), value);
    trace.write(
        tx, Entry.of(Action.ADMINISTER).about("staff.setting " + setting.name() + "=" + value));
  }
}
