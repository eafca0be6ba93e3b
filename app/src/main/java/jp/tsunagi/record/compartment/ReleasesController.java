package jp.tsunagi.record.compartment;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.organisation.Place;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /releases}: what waits for a second person before it is printed. */
@Controller
class ReleasesController {
  static final String URL = "/releases";

  private final Database database;
  private final Identities identities;
  private final Releases releases;
  private final Trace trace;

  ReleasesController(Database database, Identities identities, Releases releases, Trace trace) {
    this.database = database;
    this.identities = identities;
    this.releases = releases;
    this.trace = trace;
  }

  @GetMapping("/releases")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(
        database.call(actor, tx -> page(tx, actor, Optional.empty(), Typed.NOTHING, Map.of())));
  }

  /** What somebody was about to print, and the words to ask for it. */
  @GetMapping("/releases/new")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView begin(Actor.Staff actor, @RequestParam String what) {
    return Screen.of(
        database.call(actor, tx -> page(tx, actor, Optional.of(what), Typed.NOTHING, Map.of())));
  }

  @PostMapping("/releases")
  @Permitted(Permission.STAFF)
  @Traced({Action.CHANGE_COMPARTMENT, Action.LIST})
  ModelAndView ask(Actor.Staff actor, @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    String path = typed.text("path");
    Optional<String> note = sound(typed, "note");
    return database.call(
        actor,
        tx -> {
          if (note.isEmpty()) {
            var problems =
                Map.of("note", t("compartment.problem.release", CompartmentForm.LONGEST));
            return Screen.of(page(tx, actor, Optional.of(path), typed, problems), 422);
          }
          releases.ask(tx, CompartmentForm.id(typed), path, note.get());
          return Screen.done(URL, "compartment.release.asked");
        });
  }

  @PostMapping("/releases/{id}")
  @Permitted(Permission.STAFF)
  @Traced({Action.CHANGE_COMPARTMENT, Action.LIST})
  ModelAndView decide(
      Actor.Staff actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    String verdict = typed.text("verdict." + id);
    Optional<String> word = sound(typed, "word." + id);
    boolean chosen = Set.of("yes", "no").contains(verdict);
    return database.call(
        actor,
        tx -> {
          if (!chosen || word.isEmpty()) {
            String key = chosen ? "word." : "verdict.";
            String problem =
                chosen
                    ? t("compartment.problem.word", CompartmentForm.LONGEST)
                    : t("compartment.problem.choose");
            return Screen.of(
                page(tx, actor, Optional.empty(), typed, Map.of(key + id, problem)), 422);
          }
          releases.decide(tx, actor, id, verdict.equals("yes"), word.get());
          return Screen.done(URL, "compartment.release.decided");
        });
  }

  private static Optional<String> sound(Typed typed, String field) {
    return typed
        .given(field)
        .filter(text -> text.codePointCount(0, text.length()) <= CompartmentForm.LONGEST);
  }

  private ReleasesPage page(
      Tx tx, Actor.Staff actor, Optional<String> path, Typed typed, Map<String, String> problems) {
    List<Release> waiting = releases.waiting(tx, actor);
    List<Release> mine = releases.asked(tx, actor);
    Optional<ChildId> child = path.map(it -> releases.child(tx, it).orElseThrow(NotFound::new));
    List<ChildId> shown =
        Stream.concat(
                Stream.concat(waiting.stream(), mine.stream()).map(Release::child), child.stream())
            .distinct()
            .toList();
    Map<ChildId, String> names =
        identities.find(tx, shown).stream()
            .collect(Collectors.toMap(one -> one.id(), one -> one.line()));
    if (child.filter(one -> !names.containsKey(one)).isPresent()) {
      throw new NotFound();
    }
    trace.write(tx, Entry.of(Action.LIST).children(names.keySet()).purpose("RELEASES"));
    return new ReleasesPage(
        path.map(it -> asking(it, names.getOrDefault(child.orElseThrow(), ""), typed, problems))
            .orElse(null),
        waiting.stream()
            .map(one -> waits(one, names.getOrDefault(one.child(), ""), typed, problems))
            .toList(),
        mine.stream()
            .map(one ->
                new ReleasesPage.Mine(
                    names.getOrDefault(one.child(), ""),
                    what(one.what()),
                    one.note(),
                    state(tx, one),
                    one.holds(tx.now()) ? look(one) : null))
            .toList());
  }

  private static String what(Release.What what) {
    return t("compartment.release.what." + what);
  }

  private static ReleasesPage.Asking asking(
      String path, String child, Typed typed, Map<String, String> problems) {
    Fields fields =
        new Fields("compartment.release.field.", "compartment.release.hint.", typed, problems);
    return new ReleasesPage.Asking(
        URL,
        typed.given("id").orElseGet(() -> Id.fresh().toString()),
        path,
        child,
        what(Release.What.of(path)),
        fields.must("note").most(CompartmentForm.LONGEST));
  }

  private static ReleasesPage.Waits waits(
      Release one, String child, Typed typed, Map<String, String> problems) {
    Fields fields =
        new Fields("compartment.release.field.", "compartment.release.hint.", typed, problems);
    String verdict = "verdict." + one.id();
    String word = "word." + one.id();
    return new ReleasesPage.Waits(
        URL + "/" + one.id(),
        child,
        what(one.what()),
        one.note(),
        t("compartment.by", CompartmentWords.minute(one.askedAt()), one.askedByName()),
        look(one),
        jp.tsunagi.base.ui.FieldView.of(verdict, t("compartment.release.field.verdict"))
            .error(problems.get(verdict))
            .must(),
        List.of(
            new Option("yes", t("compartment.release.yes"), typed.text(verdict).equals("yes")),
            new Option("no", t("compartment.release.no"), typed.text(verdict).equals("no"))),
        jp.tsunagi.base.ui.FieldView.of(word, t("compartment.release.field.word"))
            .value(typed.text(word))
            .error(problems.get(word))
            .must());
  }

  /** A sheet is seen as it will be printed; of everything else the child's page. */
  private static String look(Release one) {
    return switch (one.what()) {
      case SHEET, SUPPORT_SHEET -> one.path();
      case CONSENT_FORM -> one.path().replaceFirst("/(withdrawal/)?form$", "");
      case LETTER, OTHER -> "/children/" + one.child();
    };
  }

  private static String state(Tx tx, Release one) {
    return one.decision()
        .map(decision ->
            t(
                !decision.released()
                    ? "compartment.release.refused"
                    : one.holds(tx.now())
                        ? "compartment.release.holds"
                        : "compartment.release.over",
                Compartments.concealed(tx, one.child()) ? Place.somebody() : decision.by(),
                decision.word()))
        .orElseGet(() -> t("compartment.release.waits"));
  }
}
