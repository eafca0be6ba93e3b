package jp.tsunagi.work.programme;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.JapaneseDate;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.work.programme.Programmes.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /programmes/{id}/participants/{child}}: who is in charge, and the end (A5). */
@Controller
class ParticipantController {
  private final Database database;
  private final Programmes programmes;
  private final Participation participation;
  private final Trace trace;

  ParticipantController(
      Database database, Programmes programmes, Participation participation, Trace trace) {
    this.database = database;
    this.programmes = programmes;
    this.participation = participation;
    this.trace = trace;
  }

  @GetMapping("/programmes/{id}/participants/{child}")
  @Permitted(Permission.WRITE)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(
      Actor.Staff actor,
      @PathVariable ProgrammeId id,
      @PathVariable ChildId child,
      @RequestParam int year) {
    return Screen.of(page(actor, id, child, new FiscalYear(year), null, null));
  }

  @PostMapping("/programmes/{id}/participants/{child}/charge")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_INVOLVEMENT)
  ModelAndView charge(
      Actor.Staff actor,
      @PathVariable ProgrammeId id,
      @PathVariable ChildId child,
      @RequestParam int year,
      @RequestParam Optional<StaffId> charge) {
    participation.charge(actor, id, child, new FiscalYear(year), charge);
    return Screen.done(list(id, year), "programme.charged");
  }

  @PostMapping("/programmes/{id}/participants/{child}/end")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_INVOLVEMENT)
  ModelAndView leave(
      Actor.Staff actor,
      @PathVariable ProgrammeId id,
      @PathVariable ChildId child,
      @RequestParam int year,
      @RequestParam String last) {
    FiscalYear fiscal = new FiscalYear(year);
    LocalDate today = database.call(actor, tx -> tx.today());
    if (!(DateReader.anyDay(today).read(last) instanceof DateReading.Read(var day))) {
      return Screen.of(page(actor, id, child, fiscal, last, t("programme.last.unread")), 422);
    }
    return participation
        .leave(actor, id, child, fiscal, day)
        .map(
            why -> Screen.of(page(actor, id, child, fiscal, last, t("programme.last." + why)), 422))
        .orElseGet(() ->
            Screen.done(
                "/programmes/" + id + "/participants/" + child + "?year=" + year,
                "programme.left"));
  }

  @PostMapping("/programmes/{id}/participants/{child}/return")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_INVOLVEMENT)
  ModelAndView resume(
      Actor.Staff actor,
      @PathVariable ProgrammeId id,
      @PathVariable ChildId child,
      @RequestParam int year) {
    participation.resume(actor, id, child, new FiscalYear(year));
    return Screen.done(list(id, year), "programme.resumed");
  }

  private static String list(ProgrammeId id, int year) {
    return "/programmes/" + id + "?year=" + year;
  }

  private ParticipantPage page(
      Actor.Staff actor,
      ProgrammeId id,
      ChildId child,
      FiscalYear year,
      @Nullable String typed,
      @Nullable String problem) {
    return database.call(
        actor,
        tx -> {
          Programme programme = programmes.find(tx, id).orElseThrow(NotFound::new);
          Seat seat = Participation.writing(actor, programme.organisation());
          Participant participant = Participation.participant(tx, programme, year, child);
          trace.write(
              tx,
              Entry.of(Action.VIEW_CHILD)
                  .child(child)
                  .seat(seat)
                  .ground("OWN")
                  .purpose("PROGRAMME"));
          return page(tx, programme, participant, year, last(tx, year, typed, problem));
        });
  }

  private static FieldView last(
      Tx tx, FiscalYear year, @Nullable String typed, @Nullable String problem) {
    LocalDate usual = year.contains(tx.today()) ? tx.today() : year.start();
    return FieldView.of("last", t("programme.last"))
        .must()
        .hint(t("programme.last.hint"))
        .value(typed == null ? JapaneseDate.of(usual).brief() : typed)
        .error(problem);
  }

  private static ParticipantPage page(
      Tx tx, Programme programme, Participant one, FiscalYear year, FieldView last) {
    String back = "/programmes/" + programme.id();
    return new ParticipantPage(
        back + "/participants/" + one.child(),
        back + "?year=" + year.year(),
        programme.name() + "\u3000" + year.plainWords().in(language()),
        year.year(),
        new NameView(
            one.family().written(), one.family().kana(), one.given().written(), one.given().kana()),
        (one.family().written() + " " + one.given().written()).strip(),
        ParticipantsView.period(one),
        one.ended(),
        FieldView.of("charge", t("programme.incharge")),
        ParticipantSql.workers(tx, programme.organisation()).stream()
            .map(worker ->
                new Option(
                    worker.id().toString(),
                    worker.name(),
                    one.staff().equals(Optional.of(worker.id()))))
            .toList(),
        last);
  }
}
