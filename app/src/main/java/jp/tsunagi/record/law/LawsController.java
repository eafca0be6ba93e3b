package jp.tsunagi.record.law;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Identities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{id}/laws}: what is open without consent, by law, and asking for it. */
@Controller
class LawsController {
  private final Database database;
  private final Identities children;
  private final Laws laws;
  private final LawWords words;
  private final Trace trace;

  LawsController(Database database, Identities children, Laws laws, LawWords words, Trace trace) {
    this.database = database;
    this.children = children;
    this.laws = laws;
    this.words = words;
    this.trace = trace;
  }

  @GetMapping("/children/{id}/laws")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(actor, tx -> page(tx, actor, id, Typed.NOTHING, Optional.empty())));
  }

  @PostMapping("/children/{id}/laws")
  @Permitted(Permission.STAFF)
  @Traced({Action.LEGAL_GROUND, Action.VIEW_CHILD})
  ModelAndView ask(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @RequestParam MultiValueMap<String, String> sent) {
    return database.call(
        actor,
        tx -> {
          children.get(tx, id);
          Seat seat = Laws.asking(tx, actor, id).orElseThrow(NotFound::new);
          LawForm form = form(tx, new Typed(sent), seat);
          Optional<LegalGround> asked = form.read(tx, actor, id);
          if (asked.isEmpty()) {
            return Screen.of(page(tx, actor, id, Typed.NOTHING, Optional.of(form)), 422);
          }
          laws.ask(tx, asked.get());
          return Screen.done(url(id), "law.done.asked");
        });
  }

  @PostMapping("/children/{id}/laws/{ground}/end")
  @Permitted(Permission.STAFF)
  @Traced({Action.LEGAL_GROUND, Action.VIEW_CHILD})
  ModelAndView end(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @PathVariable UUID ground,
      @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent).with("end", ground.toString());
    String why = typed.text("why." + ground);
    boolean sound = !why.isEmpty() && why.codePointCount(0, why.length()) <= LawForm.LONGEST;
    return database.call(
        actor,
        tx -> {
          children.get(tx, id);
          if (!sound) {
            return Screen.of(page(tx, actor, id, typed, Optional.empty()), 422);
          }
          laws.end(tx, actor, id, ground, why);
          return Screen.done("/laws", "law.done.ended");
        });
  }

  private LawForm form(Tx tx, Typed typed, Seat seat) {
    return new LawForm(typed, seat, words.organisations().open(tx), tx.today());
  }

  private static String url(ChildId child) {
    return "/children/" + child + "/laws";
  }

  private LawsPage page(
      Tx tx, Actor.Staff actor, ChildId id, Typed ending, Optional<LawForm> sent) {
    var child = children.get(tx, id);
    Optional<Seat> seat = Laws.asking(tx, actor, id);
    List<LegalGround> all = Laws.ofChild(tx, actor, id);
    if (seat.isEmpty() && all.isEmpty()) {
      throw new NotFound();
    }
    trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("LEGAL_GROUNDS"));
    var places = words.places(tx, id);
    return new LawsPage(
        child,
        url(id),
        "/children/" + id + "/consents",
        all.stream()
            .map(one ->
                LawWords.line(one, places, tx.today(), endUrl(tx, one), why(tx, one, ending)))
            .toList(),
        seat.map(it -> sent.orElseGet(() -> form(tx, Typed.NOTHING, it)).view()).orElse(null));
  }

  private static @Nullable String endUrl(Tx tx, LegalGround one) {
    return one.holds(tx.today()) ? url(one.child()) + "/" + one.id() + "/end" : null;
  }

  private static @Nullable FieldView why(Tx tx, LegalGround one, Typed ending) {
    boolean wrong = ending.text("end").equals(one.id().toString());
    return one.holds(tx.today())
        ? FieldView.of("why." + one.id(), t("law.field.why"))
            .must()
            .value(ending.text("why." + one.id()))
            .error(wrong ? t("law.problem.why", LawForm.LONGEST) : null)
        : null;
  }
}
