package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /settings}: what the municipality has decided, who changed it when, and changing it. */
@Controller
class SettingsController {
  static final String URL = "/settings";
  private static final String SEEN = "seen.";

  private final Database database;
  private final ChangeSettings change;

  SettingsController(Database database, ChangeSettings change) {
    this.database = database;
    this.change = change;
  }

  @GetMapping("/settings")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  @AfterPassword
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(database.call(actor, tx -> page(tx, Map.of(), Map.of())));
  }

  @PostMapping("/settings")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  @AfterPassword
  ModelAndView submit(Actor.Staff actor, @RequestParam Map<String, String> typed) {
    Map<String, String> seen = new LinkedHashMap<>();
    typed.forEach((name, value) -> {
      if (name.startsWith(SEEN)) {
        seen.put(name.substring(SEEN.length()), value);
      }
    });
    Map<String, String> problems = change.with(actor, typed, seen);
    return problems.isEmpty()
        ? Screen.done(URL, "staff.setting.done")
        : Screen.of(database.call(actor, tx -> page(tx, typed, problems)), 422);
  }

  private SettingsPage page(Tx tx, Map<String, String> typed, Map<String, String> problems) {
    List<SettingsPage.Line> lines =
        change.all().stream().map(setting -> line(tx, setting, typed, problems)).toList();
    return new SettingsPage(URL, lines, problems.get(ChangeSettings.NOTHING));
  }

  private static SettingsPage.Line line(
      Tx tx, Setting setting, Map<String, String> typed, Map<String, String> problems) {
    String now = ChangeSettings.now(tx, setting);
    String value = typed.getOrDefault(setting.name(), now);
    FieldView field =
        FieldView.of(setting.name(), setting.title())
            .value(value)
            .error(problems.get(setting.name()));
    String note = t(setting.words() + ".note");
    String changed = changed(tx, setting);
    return switch (setting.values()) {
      case Setting.Values.Number _ ->
          new SettingsPage.Line(
              field.unit(t(setting.words() + ".unit")), List.of(), note, now, changed);
      case Setting.Values.Choice(List<String> values) ->
          new SettingsPage.Line(
              field,
              values.stream()
                  .map(one -> new Option(one, setting.said(one), one.equals(value)))
                  .toList(),
              note,
              now,
              changed);
    };
  }

  /** Who changed it when; and what holds where nobody ever did. */
  private static String changed(Tx tx, Setting setting) {
    String usual = t("staff.setting.usual", setting.said(setting.usual()));
    Optional<Municipality.Change> last = Municipality.lastChange(tx, setting.name());
    return last.map(one ->
            one.by()
                .flatMap(by -> StaffRegisterSql.find(tx, new StaffId(by)))
                .map(StaffMember::name)
                .map(name -> t("staff.setting.by", StaffWords.moment(one.at()), name))
                .orElseGet(() -> t("staff.setting.at", StaffWords.moment(one.at()))))
        .map(said -> t("staff.setting.both", said, usual))
        .orElse(usual);
  }
}
