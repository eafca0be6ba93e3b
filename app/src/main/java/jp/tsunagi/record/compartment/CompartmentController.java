package jp.tsunagi.record.compartment;

import static jp.tsunagi.base.ui.Text.t;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.ChildHead;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.staff.Colleagues;
import jp.tsunagi.record.compartment.Compartment.Whom;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{child}/compartments/{id}}: one of them, its named few and its entries. */
@Controller
class CompartmentController {
  /** Longest entry, in characters. */
  private static final int LONGEST_ENTRY = 4000;

  private final Database database;
  private final Identities identities;
  private final Guardians guardians;
  private final CompartmentKeeping keeping;
  private final Trace trace;

  CompartmentController(
      Database database,
      Identities identities,
      Guardians guardians,
      CompartmentKeeping keeping,
      Trace trace) {
    this.database = database;
    this.identities = identities;
    this.guardians = guardians;
    this.keeping = keeping;
    this.trace = trace;
  }

  private static String url(ChildId child, UUID id) {
    return CompartmentsController.url(child) + "/" + id;
  }

  @GetMapping("/children/{child}/compartments/{id}")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_COMPARTMENT)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId child, @PathVariable UUID id) {
    return Screen.of(
        database.call(actor, tx -> page(tx, actor, child, id, Typed.NOTHING, Map.of())));
  }

  /** Names somebody; staff are looked for by name first, which changes nothing. */
  @PostMapping("/children/{child}/compartments/{id}/members")
  @Permitted(Permission.STAFF)
  @Traced(Action.CHANGE_COMPARTMENT)
  ModelAndView name(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          identities.get(tx, child);
          Compartment one = CompartmentKeeping.kept(tx, actor, child, id);
          Map<String, String> problems = new HashMap<>();
          chosen(tx, actor, child, typed, problems)
              .flatMap(whom -> keeping.name(tx, one, CompartmentForm.id(typed), whom))
              .ifPresent(refusal -> problems.put("whom", t(refusal.key())));
          return problems.isEmpty()
              ? Screen.done(url(child, id), "compartment.named")
              : Screen.of(page(tx, actor, child, id, typed, problems), 422);
        });
  }

  private Optional<Whom> chosen(
      Tx tx, Actor.Staff actor, ChildId child, Typed typed, Map<String, String> problems) {
    if (typed.given("person").isPresent()) {
      List<Colleagues.Somebody> found = Colleagues.named(tx, typed.text("person"));
      Optional<Whom> which =
          found.stream()
              .filter(it -> it.id().toString().equals(typed.text("which")))
              .<Whom>map(it -> new Whom.Person(it.id()))
              .findFirst();
      if (which.isEmpty()) {
        problems.put(
            found.isEmpty() ? "person" : "which",
            t(found.isEmpty() ? "compartment.problem.nobody" : "compartment.problem.which"));
      }
      return which;
    }
    Optional<Whom> whom = choice(tx, actor, child).of(typed.text("whom"));
    if (whom.isEmpty()) {
      problems.put("whom", t("compartment.problem.choose"));
    }
    return whom;
  }

  private NamedChoice choice(Tx tx, Actor.Staff actor, ChildId child) {
    return NamedChoice.of(
        tx,
        actor,
        identities.get(tx, child),
        CompartmentKeeping.reaching(tx, actor, child),
        guardians);
  }

  @PostMapping("/children/{child}/compartments/{id}/members/{member}/end")
  @Permitted(Permission.STAFF)
  @Traced(Action.CHANGE_COMPARTMENT)
  ModelAndView unname(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @PathVariable UUID id,
      @PathVariable UUID member) {
    return database.call(
        actor,
        tx -> {
          identities.get(tx, child);
          Compartment one = CompartmentKeeping.kept(tx, actor, child, id);
          return keeping
              .unname(tx, one, member)
              .map(refusal ->
                  Screen.of(
                      page(tx, actor, child, id, Typed.NOTHING, Map.of("whom", t(refusal.key()))),
                      422))
              .orElseGet(() -> Screen.done(CompartmentsController.url(child), "compartment.out"));
        });
  }

  @PostMapping("/children/{child}/compartments/{id}/end")
  @Permitted(Permission.STAFF)
  @Traced(Action.CHANGE_COMPARTMENT)
  ModelAndView close(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          identities.get(tx, child);
          Compartment one = CompartmentKeeping.kept(tx, actor, child, id);
          Optional<String> why = sound(typed, "why", CompartmentForm.LONGEST);
          if (why.isEmpty()) {
            var problems = Map.of("why", t("compartment.problem.why", CompartmentForm.LONGEST));
            return Screen.of(page(tx, actor, child, id, typed, problems), 422);
          }
          keeping.close(tx, one, why.get());
          return Screen.done(CompartmentsController.url(child), "compartment.closed");
        });
  }

  @PostMapping("/children/{child}/compartments/{id}/notes")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_COMPARTMENT)
  ModelAndView write(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          identities.get(tx, child);
          Compartment one = known(tx, actor, child, id);
          Seat seat = CompartmentKeeping.writing(tx, actor, one).orElseThrow(NotFound::new);
          Optional<String> words = sound(typed, "words", LONGEST_ENTRY);
          if (words.isEmpty()) {
            var problems = Map.of("words", t("compartment.problem.words", LONGEST_ENTRY));
            return Screen.of(page(tx, actor, child, id, typed, problems), 422);
          }
          keeping.write(tx, one, seat, words.get());
          return Screen.done(url(child, id), "compartment.written");
        });
  }

  private static Optional<String> sound(Typed typed, String field, int most) {
    return typed.given(field).filter(text -> text.codePointCount(0, text.length()) <= most);
  }

  private static Compartment known(Tx tx, Actor.Staff actor, ChildId child, UUID id) {
    return CompartmentKeeping.known(tx, CompartmentKeeping.reaching(tx, actor, child), child)
        .stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private CompartmentPage page(
      Tx tx, Actor.Staff actor, ChildId child, UUID id, Typed typed, Map<String, String> problems) {
    var identity = identities.get(tx, child);
    Compartment one = known(tx, actor, child, id);
    boolean keeps = CompartmentRule.keeps(CompartmentKeeping.reaching(tx, actor, child), one);
    trace.write(
        tx, Entry.of(Action.VIEW_COMPARTMENT).child(child).about(CompartmentKeeping.about(id)));
    Fields fields = new Fields("compartment.field.", "compartment.hint.", typed, problems);
    return new CompartmentPage(
        ChildHead.of(tx, actor, identity, "compartments"),
        url(child, id),
        CompartmentsController.url(child),
        one.kind().name(),
        t("compartment.kind." + one.kind()),
        CompartmentWords.reason(one),
        t("compartment.by", CompartmentWords.day(one.openedAt()), one.openedBy()),
        CompartmentSql.members(tx, id).stream()
            .map(it ->
                new CompartmentPage.Named(
                    it.name(),
                    t("compartment.by", CompartmentWords.day(it.addedAt()), it.addedBy()),
                    keeps ? url(child, id) + "/members/" + it.id() + "/end" : null))
            .toList(),
        keeps ? adding(tx, actor, child, typed, fields) : null,
        keeps && one.ends() ? fields.must("why") : null,
        CompartmentSql.notes(tx, id).stream()
            .map(it ->
                new CompartmentPage.Written(
                    it.words().lines().toList(),
                    t("compartment.by", CompartmentWords.minute(it.at()), it.by())))
            .toList(),
        CompartmentKeeping.writing(tx, actor, one)
            .map(_ -> fields.must("words").most(LONGEST_ENTRY))
            .orElse(null),
        CompartmentSql.history(tx, one).stream().map(CompartmentWords::done).toList());
  }

  private CompartmentPage.Adding adding(
      Tx tx, Actor.Staff actor, ChildId child, Typed typed, Fields fields) {
    List<Colleagues.Somebody> found =
        typed.given("person").map(name -> Colleagues.named(tx, name)).orElse(List.of());
    FieldView which = fields.must("which");
    return new CompartmentPage.Adding(
        typed.given("id").orElseGet(() -> Id.fresh().toString()),
        fields.of("whom"),
        choice(tx, actor, child).options(typed.all("whom")),
        fields.of("person"),
        found.isEmpty() ? null : which,
        found.stream()
            .map(it ->
                new Option(
                    it.id().toString(),
                    it.name() + "\u3000" + it.places(),
                    found.size() == 1 || it.id().toString().equals(typed.text("which"))))
            .toList());
  }
}
