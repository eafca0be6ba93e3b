package jp.tsunagi.work.retention;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.staff.AfterPassword;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /settings/retention}: how long each kind is kept, and deciding it anew. */
@Controller
class RetentionSettingsController {
  static final String URL = "/settings/retention";

  private final Database database;
  private final Trace trace;

  RetentionSettingsController(Database database, Trace trace) {
    this.database = database;
    this.trace = trace;
  }

  @GetMapping("/settings/retention")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  @AfterPassword
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(
        database.call(actor, tx -> page(tx, Optional.empty(), Typed.NOTHING, Map.of())));
  }

  @PostMapping("/settings/retention/{kind}")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  @AfterPassword(up = true)
  ModelAndView decide(
      Actor.Staff actor,
      @PathVariable String kind,
      @RequestParam MultiValueMap<String, String> sent) {
    RetentionKind which =
        Arrays.stream(RetentionKind.values())
            .filter(one -> one.name().equals(kind))
            .findFirst()
            .orElseThrow(NotFound::new);
    Typed typed = of(which, new Typed(sent));
    Map<String, String> problems = new HashMap<>();
    Optional<RetentionRule> rule = read(which, typed, problems);
    return database.call(
        actor,
        tx -> {
          if (rule.isEmpty()) {
            return Screen.of(page(tx, Optional.of(which), typed, problems), 422);
          }
          int seen =
              typed.text("seen").matches("\\d{1,6}") ? Integer.parseInt(typed.text("seen")) : 0;
          if (RuleSql.history(tx, which).size() != seen) {
            problems.put("years", t("retention.problem.stale"));
            return Screen.of(page(tx, Optional.of(which), typed, problems), 422);
          }
          RuleSql.decide(tx, which, seen, rule.get(), typed.text("note"));
          trace.write(
              tx,
              Entry.of(Action.ADMINISTER)
                  .about(
                      "retention.rule "
                          + which
                          + "="
                          + rule.get().years()
                          + " "
                          + rule.get().start()));
          return Screen.done(URL, "retention.done.decided");
        });
  }

  /** Of the forms of the page the one of that kind: its fields bear the name of the kind. */
  private static Typed of(RetentionKind kind, Typed sent) {
    return sent.with("years", sent.text("years." + kind))
        .with("start", sent.text("start." + kind))
        .with("note", sent.text("note." + kind));
  }

  private static Optional<RetentionRule> read(
      RetentionKind kind, Typed typed, Map<String, String> problems) {
    String years = typed.text("years");
    boolean number =
        years.matches("\\d{1,2}")
            && Integer.parseInt(years) >= 1
            && Integer.parseInt(years) <= RetentionRule.MOST_YEARS;
    if (!number) {
      problems.put("years", t("retention.problem.years", RetentionRule.MOST_YEARS));
    }
    Optional<RetentionStart> start =
        Arrays.stream(RetentionStart.values())
            .filter(one -> one.name().equals(typed.text("start")))
            .findFirst();
    if (start.isEmpty()) {
      problems.put("start", t("retention.problem.start"));
    }
    if (start.filter(one -> !kind.startsBy(one)).isPresent()) {
      problems.put("start", t("retention.problem.living"));
    }
    String note = typed.text("note");
    if (note.isEmpty() || note.codePointCount(0, note.length()) > RetentionController.LONGEST) {
      problems.put("note", t("retention.problem.why", RetentionController.LONGEST));
    }
    return problems.isEmpty()
        ? Optional.of(new RetentionRule(Integer.parseInt(years), start.orElseThrow()))
        : Optional.empty();
  }

  private static RetentionSettingsPage page(
      Tx tx, Optional<RetentionKind> typedFor, Typed typed, Map<String, String> problems) {
    Map<RetentionKind, RetentionRule> rules = RuleSql.all(tx);
    return new RetentionSettingsPage(
        Arrays.stream(RetentionKind.values())
            .map(kind -> {
              boolean here = typedFor.equals(Optional.of(kind));
              return kind(
                  tx,
                  kind,
                  Objects.requireNonNull(rules.get(kind)),
                  here ? typed : Typed.NOTHING,
                  here ? problems : Map.of());
            })
            .toList());
  }

  private static RetentionSettingsPage.Kind kind(
      Tx tx, RetentionKind kind, RetentionRule rule, Typed typed, Map<String, String> problems) {
    List<RuleSql.Decision> history = RuleSql.history(tx, kind);
    // what was decided when another start could be chosen does not hold as it says
    boolean stands = !history.isEmpty() && history.getFirst().rule().equals(rule);
    String start = typed.given("start").orElse(rule.start().name());
    FieldView years =
        field("years", kind, typed.given("years").orElse(String.valueOf(rule.years())), problems)
            .unit(t("retention.years"));
    FieldView starts = field("start", kind, start, problems);
    FieldView note =
        field("note", kind, typed.text("note"), problems).most(RetentionController.LONGEST);
    return new RetentionSettingsPage.Kind(
        kind.name(),
        kind.words(),
        RetentionWords.rule(rule),
        t("retention.basis." + kind),
        stands ? past(history.getFirst()) : null,
        history.stream().skip(stands ? 1 : 0).map(RetentionSettingsController::past).toList(),
        URL + "/" + kind,
        history.size(),
        years,
        starts,
        Arrays.stream(RetentionStart.values())
            .filter(kind::startsBy)
            .map(one ->
                new Option(one.name(), t("retention.start." + one), one.name().equals(start)))
            .toList(),
        note,
        !problems.isEmpty(),
        List.of(years, starts, note));
  }

  private static RetentionSettingsPage.Past past(RuleSql.Decision one) {
    return new RetentionSettingsPage.Past(
        RetentionWords.day(one.at()), one.by(), RetentionWords.rule(one.rule()), one.note());
  }

  private static FieldView field(
      String name, RetentionKind kind, String value, Map<String, String> problems) {
    return FieldView.of(name + "." + kind, t("retention.field." + name))
        .must()
        .value(value)
        .error(problems.get(name));
  }
}
