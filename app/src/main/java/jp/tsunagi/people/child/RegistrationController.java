package jp.tsunagi.people.child;

import java.util.List;
import java.util.Optional;
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
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Registration.Intake;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children}: puts a child on record. */
@Controller
class RegistrationController {
  private final Database database;
  private final Registration registration;
  private final RegistrationForms forms;
  private final List<Awaited> awaited;
  private final Trace trace;

  RegistrationController(
      Database database,
      Registration registration,
      RegistrationForms forms,
      List<Awaited> awaited,
      Trace trace) {
    this.database = database;
    this.registration = registration;
    this.forms = forms;
    this.awaited = List.copyOf(awaited);
    this.trace = trace;
  }

  @PostMapping("/children")
  @Permitted(Permission.STAFF)
  @Traced(value = Action.REGISTER_CHILD, onlyTyped = true)
  ModelAndView register(Actor.Staff actor, @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    ChildId id = id(typed);
    try {
      return database.call(actor, tx -> register(tx, actor, typed, id));
    } catch (IntegrityConstraintViolationException sentTwice) {
      return database.call(actor, tx -> already(tx, actor, id));
    }
  }

  private ModelAndView register(Tx tx, Actor.Staff actor, Typed typed, ChildId id) {
    if (!IdentitySql.of(tx, java.util.Set.of(id)).isEmpty()) {
      return already(tx, actor, id);
    }
    Seat seat = forms.seat(actor, typed);
    RegistrationForm form = new RegistrationForm(typed);
    Optional<Intake> intake = form.read(tx.today(), id, seat, forms.classes(tx, seat));
    if (intake.isEmpty()) {
      return Screen.of(forms.page(tx, actor, typed, form.problems()), 422);
    }
    registration.register(tx, intake.get());
    return awaited.stream()
        .flatMap(one -> one.registered(tx, id).stream())
        .findFirst()
        .map(next -> Screen.done(next, "child.new.done"))
        .orElseGet(() -> done(id));
  }

  /** The same form once more, from the same person, has no second effect. */
  private ModelAndView already(Tx tx, Actor.Staff actor, ChildId id) {
    if (!IdentitySql.isRecordedBy(tx, id, actor.staff())) {
      throw new NotFound();
    }
    trace.write(tx, Entry.of(Action.REGISTER_CHILD).child(id).ground("REPEATED"));
    return done(id);
  }

  private static ModelAndView done(ChildId id) {
    return Screen.done("/children/" + id, "child.new.done");
  }

  private static ChildId id(Typed typed) {
    try {
      return ChildId.of(typed.text("id"));
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }
}
