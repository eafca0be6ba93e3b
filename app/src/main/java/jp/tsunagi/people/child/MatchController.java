package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/new}: search before create. */
@Controller
class MatchController {
  private final Database database;
  private final Matching matching;
  private final RegistrationForms forms;
  private final Trace trace;

  MatchController(Database database, Matching matching, RegistrationForms forms, Trace trace) {
    this.database = database;
    this.matching = matching;
    this.forms = forms;
    this.trace = trace;
  }

  @GetMapping("/children/new")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor) {
    return database.call(
        actor,
        tx ->
            RegistrationRule.may(actor)
                ? Screen.of(page(tx, actor, Typed.NOTHING, Map.of(), null))
                : Screen.of(page(tx, actor, Typed.NOTHING, Map.of(), noRight()), 403));
  }

  @PostMapping("/children/new")
  @Permitted(Permission.STAFF)
  @Traced(value = Action.MATCH, onlyTyped = true)
  ModelAndView match(Actor.Staff actor, @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx ->
            RegistrationRule.may(actor)
                ? match(tx, actor, typed)
                : Screen.of(page(tx, actor, typed, Map.of(), noRight()), 422));
  }

  private ModelAndView match(Tx tx, Actor.Staff actor, Typed typed) {
    if (typed.ticked("again")) {
      trace.write(tx, Entry.of(Action.MATCH).ground("AGAIN"));
      return Screen.of(page(tx, actor, typed, Map.of(), null));
    }
    RegistrationForm form = new RegistrationForm(typed);
    Optional<RegistrationForm.Who> who = form.who(tx.today());
    Map<String, String> problems = new HashMap<>(form.problems());
    String purpose = typed.text("purpose");
    if (actor.may(Right.INTAKE) && !RegistrationFields.PURPOSES.contains(purpose)) {
      problems.put("purpose", t("child.problem.choose"));
    }
    if (who.isEmpty() || !problems.isEmpty()) {
      return Screen.of(page(tx, actor, typed, problems, null), 422);
    }
    if (typed.ticked("nobody")) {
      matching.nobodyFits(tx, purpose);
      return Screen.of(forms.blank(tx, actor, typed));
    }
    return switch (matching.match(tx, actor, who.get().name(), who.get().birth(), purpose)) {
      case Matching.Answer.Spent(int budget) ->
          Screen.of(page(tx, actor, typed, Map.of(), spent(budget)), 422);
      case Matching.Answer.Found(var matches) when matches.isEmpty() ->
          Screen.of(forms.blank(tx, actor, typed));
      case Matching.Answer.Found(var matches) -> Screen.of(found(tx, actor, typed, matches));
    };
  }

  private static MatchPage found(
      Tx tx, Actor.Staff actor, Typed typed, List<Matching.Match> matches) {
    return new MatchPage(
        matches.stream().map(match -> row(tx, match)).toList(),
        RegistrationFields.carried(typed),
        actor.may(Right.INTAKE));
  }

  private static MatchPage.Row row(Tx tx, Matching.Match match) {
    return new MatchPage.Row(
        match.within() ? "/children/" + match.identity().id() : null,
        match.identity().view(),
        match.identity().facts(tx.today(), language()),
        t("child.match." + match.strength()),
        match.ask());
  }

  private static NewChildPage page(
      Tx tx,
      Actor.Staff actor,
      Typed typed,
      Map<String, String> problems,
      @Nullable RefusalView refusal) {
    return new RegistrationFields(typed, problems, tx.today()).match(actor, refusal);
  }

  private static RefusalView noRight() {
    return new RefusalView(
        t("child.new.refused.what"),
        List.of(t(new RegistrationRule.Refusal.NoRight().key())),
        t("child.new.refused.remedy"),
        List.of(new Link("/children/search", t("child.search.title"))));
  }

  private static RefusalView spent(int budget) {
    return new RefusalView(
        t("child.match.spent.what"),
        List.of(t("child.match.spent.why", budget)),
        t("child.match.spent.remedy"),
        List.of());
  }
}
