package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.t;

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
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.record.ground.Showing;
import jp.tsunagi.record.ground.ShowingForm;
import jp.tsunagi.record.ground.ShowingWords;
import jp.tsunagi.record.ground.Showings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /portal/children/{id}/showings}: a person of age shows something to its family. */
@Controller
class PortalShowingsController {
  private final Database database;
  private final Identities children;
  private final Showings showings;
  private final ShowingWords words;
  private final Trace trace;

  PortalShowingsController(
      Database database, Identities children, Showings showings, ShowingWords words, Trace trace) {
    this.database = database;
    this.children = children;
    this.showings = showings;
    this.words = words;
    this.trace = trace;
  }

  @GetMapping("/portal/children/{id}/showings")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.VIEW_CHILD)
  ModelAndView list(Actor.Guardian actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(actor, tx -> page(tx, id, form(tx, id, Typed.NOTHING), null, null)));
  }

  /** Shows first what would be read by whom; only then it is given. */
  @PostMapping("/portal/children/{id}/showings")
  @Permitted(Permission.GUARDIAN)
  @Traced({Action.SHOW_TO_FAMILY, Action.VIEW_CHILD})
  ModelAndView show(
      Actor.Guardian actor,
      @PathVariable ChildId id,
      @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          showings.of(tx, id);
          ShowingForm form = form(tx, id, typed);
          Optional<Showing.Wish> wish = form.wish();
          if (wish.isEmpty()) {
            return Screen.of(page(tx, id, form, null, null), 422);
          }
          if (!typed.text("step").equals("send")) {
            return Screen.of(page(tx, id, form, words.preview(tx, id, wish.get()), null));
          }
          return showings
              .show(tx, actor, form.id(), id, wish.get())
              .map(why -> Screen.of(page(tx, id, form, null, refusal(why)), 422))
              .orElseGet(() -> Screen.done(url(id), "portal.showing.done"));
        });
  }

  @PostMapping("/portal/children/{id}/showings/{showing}/end")
  @Permitted(Permission.GUARDIAN)
  @Traced({Action.SHOW_TO_FAMILY, Action.VIEW_CHILD})
  ModelAndView end(Actor.Guardian actor, @PathVariable ChildId id, @PathVariable UUID showing) {
    return database.call(
        actor,
        tx ->
            showings
                .end(tx, actor, id, showing)
                .map(why ->
                    Screen.of(page(tx, id, form(tx, id, Typed.NOTHING), null, refusal(why)), 422))
                .orElseGet(() -> Screen.done(url(id), "portal.showing.done.ended")));
  }

  private static RefusalView refusal(Showings.Refusal why) {
    return new RefusalView(
        t("portal.objection.refused"), t(why.key()), t("portal.objection.refused.remedy"));
  }

  private static String url(ChildId child) {
    return "/portal/children/" + child + "/showings";
  }

  private ShowingForm form(Tx tx, ChildId id, Typed typed) {
    children.get(tx, id);
    return new ShowingForm(typed, words.choices(tx, id), tx.today());
  }

  private PortalShowingsPage page(
      Tx tx,
      ChildId id,
      ShowingForm form,
      ShowingWords.@Nullable Preview preview,
      @Nullable RefusalView refusal) {
    var child = children.get(tx, id);
    var lines = words.lines(tx, id);
    trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
    return new PortalShowingsPage(child.view(), url(id), lines, form.view(), preview, refusal);
  }
}
