package jp.tsunagi.view.audit;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.TypedDay;
import jp.tsunagi.view.audit.AuditSubject.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /audit}: the auditor says whose rows; a child by its exact name and birth date only. What
 * is asked for is posted: a name never stands in an address.
 */
@Controller
class AuditController {
  private final Database database;
  private final Organisations organisations;
  private final Identities identities;
  private final Trace trace;

  AuditController(
      Database database, Organisations organisations, Identities identities, Trace trace) {
    this.database = database;
    this.organisations = organisations;
    this.identities = identities;
    this.trace = trace;
  }

  @GetMapping("/audit")
  @Permitted(Permission.AUDIT)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(
        database.call(actor, tx -> page(tx, Typed.NOTHING, Map.of(), List.of(), null)));
  }

  @PostMapping("/audit/search")
  @Permitted(Permission.AUDIT)
  @Traced(Action.VIEW_TRACE)
  ModelAndView search(Actor.Staff actor, @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx ->
            switch (typed.text("kind")) {
              case "child" -> child(tx, typed);
              case "staff" -> staff(tx, typed);
              default -> organisation(tx, typed);
            });
  }

  private ModelAndView child(Tx tx, Typed typed) {
    Map<String, String> problems = new HashMap<>();
    TypedDay birth = TypedDay.of(typed.text("birth"), tx.today());
    missing(typed, "child", problems);
    missing(typed, "birth", problems);
    birth.refusal("birth").ifPresent(refusal -> problems.put("birth", refusal.words()));
    Optional<LocalDate> day = birth.day();
    if (!problems.isEmpty() || day.isEmpty()) {
      return refused(tx, typed, problems);
    }
    List<ChildId> found = AuditSql.children(tx, typed.text("child"), day.get());
    trace.write(tx, Entry.of(Action.VIEW_TRACE).children(found).about("audit.search"));
    List<Link> links =
        tx.as(AuditSql.job(tx), () -> identities.find(tx, found)).stream()
            .map(child -> link(tx, child))
            .toList();
    return answer(tx, typed, links);
  }

  private static Link link(Tx tx, Identity child) {
    return new Link(
        new AuditSubject(Kind.CHILD, child.id().value()).url(),
        child.view().family()
            + " "
            + child.view().given()
            + "\u3000"
            + child.facts(tx.today(), language()));
  }

  private ModelAndView staff(Tx tx, Typed typed) {
    Map<String, String> problems = new HashMap<>();
    missing(typed, "staff", problems);
    if (!problems.isEmpty()) {
      return refused(tx, typed, problems);
    }
    Map<UUID, String> found = AuditSql.staff(tx, typed.text("staff"));
    trace.write(tx, Entry.of(Action.VIEW_TRACE).about("audit.search"));
    return answer(
        tx,
        typed,
        found.entrySet().stream()
            .map(one -> new Link(new AuditSubject(Kind.STAFF, one.getKey()).url(), one.getValue()))
            .toList());
  }

  private ModelAndView organisation(Tx tx, Typed typed) {
    Optional<UUID> chosen =
        organisations.all(tx).stream()
            .map(one -> one.id().value())
            .filter(id -> id.toString().equals(typed.text("organisation")))
            .findFirst();
    if (chosen.isEmpty()) {
      return refused(tx, typed, Map.of("organisation", t("audit.problem.organisation")));
    }
    trace.write(tx, Entry.of(Action.VIEW_TRACE).about("audit.search"));
    return Screen.redirect(new AuditSubject(Kind.ORGANISATION, chosen.get()).url());
  }

  /** The only one at once; of several of one name the list. */
  private ModelAndView answer(Tx tx, Typed typed, List<Link> found) {
    if (found.size() == 1) {
      return Screen.redirect(found.getFirst().url());
    }
    String nobody = found.isEmpty() ? t("audit.nobody") : null;
    return Screen.of(page(tx, typed, Map.of(), found, nobody));
  }

  private ModelAndView refused(Tx tx, Typed typed, Map<String, String> problems) {
    trace.write(tx, Entry.of(Action.VIEW_TRACE).about("audit.search"));
    return Screen.of(page(tx, typed, problems, List.of(), null), 422);
  }

  private static void missing(Typed typed, String field, Map<String, String> problems) {
    if (typed.text(field).isEmpty()) {
      problems.put(field, t("audit.problem." + field));
    }
  }

  private AuditPage page(
      Tx tx, Typed typed, Map<String, String> problems, List<Link> found, @Nullable String nobody) {
    Fields fields = new Fields("audit.field.", "audit.hint.", typed, problems);
    return new AuditPage(
        fields.must("child"),
        fields.must("birth"),
        fields.must("staff"),
        fields.must("organisation"),
        organisations.all(tx).stream()
            .map(one ->
                new Option(
                    one.id().toString(),
                    one.name(),
                    one.id().toString().equals(typed.text("organisation"))))
            .toList(),
        found,
        nobody);
  }
}
