package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.name.Reading;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /setup}: there only until a municipality is set up. */
@Controller
class SetupController {
  private static final List<String> FIELDS =
      List.of("code", "municipality", "office", "office.kana", "name", "kana", "login", "password");
  private static final List<String> READINGS = List.of("office.kana", "kana");
  private static final String WAY = "setup";

  private final Setup setup;
  private final Entrance entrance;

  SetupController(Setup setup, Entrance entrance) {
    this.setup = setup;
    this.entrance = entrance;
  }

  @GetMapping("/setup")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView show() {
    mustBeOpen();
    return Screen.of(page(Map.of(), Map.of()));
  }

  @PostMapping("/setup")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.ADMINISTER)
  ModelAndView submit(@RequestParam Map<String, String> typed, HttpServletRequest request) {
    mustBeOpen();
    Map<String, String> problems = problems(typed, request);
    if (!problems.isEmpty()) {
      return Screen.of(page(typed, problems), 422);
    }
    setup.make(
        new Setup.Request(
            value(typed, "code"),
            value(typed, "municipality"),
            value(typed, "office"),
            value(typed, "office.kana"),
            value(typed, "name"),
            value(typed, "kana"),
            value(typed, "login"),
            typed.getOrDefault("password", "")));
    return Screen.redirect("/sign-in");
  }

  private void mustBeOpen() {
    if (!setup.isOpen()) {
      throw new NotFound();
    }
  }

  private Map<String, String> problems(Map<String, String> typed, HttpServletRequest request) {
    Map<String, String> problems = new LinkedHashMap<>();
    for (String field : FIELDS) {
      if (value(typed, field).isEmpty()) {
        problems.put(field, t("staff.setup.missing", t("staff.setup.field." + field)));
      }
    }
    for (String field : READINGS) {
      if (!problems.containsKey(field) && Reading.of(value(typed, field)).isEmpty()) {
        problems.put(field, t("staff.setup.reading"));
      }
    }
    if (!problems.containsKey("code")) {
      doubt(value(typed, "code"), request).ifPresent(words -> problems.put("code", words));
    }
    if (!problems.containsKey("password")) {
      List<String> names =
          Stream.of("municipality", "office", "office.kana").map(one -> value(typed, one)).toList();
      Password.problem(typed.getOrDefault("password", ""), value(typed, "login"), names)
          .ifPresent(key -> problems.put("password", t(key, Password.LEAST)));
    }
    return problems;
  }

  /** The code is guessed no faster than a password. */
  private Optional<String> doubt(String code, HttpServletRequest request) {
    if (entrance.admit(WAY, request).isEmpty()) {
      return Optional.of(t("staff.setup.code.wait"));
    }
    return setup.isRight(code) ? Optional.empty() : Optional.of(t("staff.setup.code.wrong"));
  }

  private static SetupPage page(Map<String, String> typed, Map<String, String> problems) {
    List<FieldView> fields = new ArrayList<>();
    for (String field : FIELDS) {
      fields.add(
          FieldView.of(field, t("staff.setup.field." + field))
              .must()
              .hint(t("staff.setup.hint." + field, Password.LEAST))
              .value(value(typed, field))
              .error(problems.get(field)));
    }
    return new SetupPage(fields);
  }

  private static String value(Map<String, String> typed, String field) {
    return typed.getOrDefault(field, "").strip();
  }
}
