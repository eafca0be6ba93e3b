package jp.tsunagi.people.child;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.JapaneseDate;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.SchoolClass;
import org.springframework.stereotype.Component;

/** The form of registration for somebody at a seat: empty, or with what was typed. */
@Component
final class RegistrationForms {
  private final Organisations organisations;
  private final List<Awaited> awaited;

  RegistrationForms(Organisations organisations, List<Awaited> awaited) {
    this.organisations = organisations;
    this.awaited = List.copyOf(awaited);
  }

  /** The form with name and birth date in it, and what is usual. */
  RegistrationPage blank(Tx tx, Actor.Staff actor, Typed typed) {
    Typed usual =
        typed
            .with("since", JapaneseDate.of(tx.today()).brief())
            .with("guardian.decides", "guardian.decides");
    return page(tx, actor, usual, Map.of());
  }

  /** The form as it was sent. */
  RegistrationPage page(Tx tx, Actor.Staff actor, Typed typed, Map<String, String> problems) {
    Seat seat = seat(actor, typed);
    ChildId id = id(typed).orElseGet(ChildId::create);
    return new RegistrationFields(typed, problems, tx.today())
        .form(
            id.toString(),
            awaited.stream().flatMap(one -> one.announced(tx, id).stream()).toList(),
            seat,
            RegistrationRule.seats(actor),
            classes(tx, seat));
  }

  private static Optional<ChildId> id(Typed typed) {
    try {
      return typed.given("id").map(ChildId::of);
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  /** The seat that was chosen, or the first. */
  Seat seat(Actor.Staff actor, Typed typed) {
    List<Seat> seats = RegistrationRule.seats(actor);
    return seats.stream()
        .filter(seat -> seat.assignment().toString().equals(typed.text("seat")))
        .findFirst()
        .or(() -> seats.stream().findFirst())
        .orElseThrow(NotFound::new);
  }

  /** Classes of this fiscal year and the next. */
  List<SchoolClass> classes(Tx tx, Seat seat) {
    int year = FiscalYear.of(tx.today()).year();
    return Stream.of(year, year + 1)
        .flatMap(each -> organisations.openClasses(tx, seat.organisation(), each).stream())
        .toList();
  }
}
