package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
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
import jp.tsunagi.record.ground.Objection;
import jp.tsunagi.record.ground.ObjectionForm;
import jp.tsunagi.record.ground.ObjectionWords;
import jp.tsunagi.record.ground.Objections;
import jp.tsunagi.record.ground.Readers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /portal/children/{id}/objections}: a guardian says what must not be shared. */
@Controller
class PortalObjectionsController {
  private final Database database;
  private final Identities children;
  private final Objections objections;
  private final ObjectionWords words;
  private final Readers readers;
  private final Trace trace;

  PortalObjectionsController(
      Database database,
      Identities children,
      Objections objections,
      ObjectionWords words,
      Readers readers,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.objections = objections;
    this.words = words;
    this.readers = readers;
    this.trace = trace;
  }

  @GetMapping("/portal/children/{id}/objections")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Guardian actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(actor, tx -> page(tx, id, form(tx, id, Typed.NOTHING), null, null)));
  }

  /** Shows first who would no longer read what; only then it is sent. */
  @PostMapping("/portal/children/{id}/objections")
  @Permitted(Permission.GUARDIAN)
  @Traced({Action.OBJECT, Action.VIEW_CHILD})
  ModelAndView object(
      Actor.Guardian actor,
      @PathVariable ChildId id,
      @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          children.get(tx, id);
          ObjectionForm form = form(tx, id, typed);
          Optional<Objection.Wish> wish = form.wish();
          if (wish.isEmpty()) {
            return Screen.of(page(tx, id, form, null, null), 422);
          }
          if (!typed.text("step").equals("send")) {
            return Screen.of(page(tx, id, form, readers.lostBy(tx, id, wish.get()), null));
          }
          return objections
              .object(tx, actor, form.id(), id, wish.get())
              .map(why -> Screen.of(page(tx, id, form, null, refusal(why)), 422))
              .orElseGet(() -> Screen.done(url(id), "portal.objection.done"));
        });
  }

  @PostMapping("/portal/children/{id}/objections/{objection}/end")
  @Permitted(Permission.GUARDIAN)
  @Traced({Action.OBJECT, Action.VIEW_CHILD})
  ModelAndView lift(Actor.Guardian actor, @PathVariable ChildId id, @PathVariable UUID objection) {
    return database.call(
        actor,
        tx ->
            objections
                .lift(tx, actor, id, objection)
                .map(why ->
                    Screen.of(page(tx, id, form(tx, id, Typed.NOTHING), null, refusal(why)), 422))
                .orElseGet(() -> Screen.done(url(id), "portal.objection.done.lifted")));
  }

  private static RefusalView refusal(Objections.Refusal why) {
    return new RefusalView(
        t("portal.objection.refused"), t(why.key()), t("portal.objection.refused.remedy"));
  }

  private static String url(ChildId child) {
    return "/portal/children/" + child + "/objections";
  }

  private ObjectionForm form(Tx tx, ChildId id, Typed typed) {
    return new ObjectionForm(typed, words.places(tx, id));
  }

  private PortalObjectionsPage page(
      Tx tx,
      ChildId id,
      ObjectionForm form,
      @Nullable List<Readers.Line> losses,
      @Nullable RefusalView refusal) {
    var child = children.get(tx, id);
    trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
    return new PortalObjectionsPage(
        child.view(),
        url(id),
        words.lines(tx, id, objections.of(tx, id)),
        form.view(),
        losses,
        refusal);
  }
}
