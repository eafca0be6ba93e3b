package jp.tsunagi.work.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /programmes/{id}}: participants of a fiscal year and how their 支援内容 stand (A5). */
@Controller
class ParticipantsController {
  private final Database database;
  private final Programmes programmes;
  private final Participation participation;
  private final Trace trace;

  ParticipantsController(
      Database database, Programmes programmes, Participation participation, Trace trace) {
    this.database = database;
    this.programmes = programmes;
    this.participation = participation;
    this.trace = trace;
  }

  @GetMapping("/programmes/{id}")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView show(
      Actor.Staff actor,
      @PathVariable ProgrammeId id,
      @RequestParam Optional<Integer> year,
      @RequestParam Optional<String> show) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              var programme = programmes.find(tx, id).orElseThrow(NotFound::new);
              var seat =
                  actor.at(programme.organisation(), one -> one.reads()).orElseThrow(NotFound::new);
              var fiscal = year.map(FiscalYear::new).orElse(FiscalYear.of(tx.today()));
              var participants = ParticipantSql.of(tx, programme, fiscal);
              trace.write(
                  tx,
                  Entry.of(Action.LIST)
                      .children(participants.stream().map(Participant::child).toList())
                      .seat(seat)
                      .ground("OWN"));
              return new ParticipantsView(tx, programme, seat, fiscal)
                  .page(participants, show.orElse("ALL"));
            }));
  }

  @PostMapping("/programmes/{id}/participants")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_INVOLVEMENT)
  ModelAndView join(
      Actor.Staff actor,
      @PathVariable ProgrammeId id,
      @RequestParam int year,
      @RequestParam(required = false, defaultValue = "") List<ChildId> child) {
    LocalDate first = firstDay(new FiscalYear(year));
    participation.join(actor, id, child, first);
    return Screen.done("/programmes/" + id + "?year=" + year, "programme.joined");
  }

  /** From today in the running year, from 1 April in another. */
  private LocalDate firstDay(FiscalYear year) {
    LocalDate today = database.call(new Actor.Login(), tx -> tx.today());
    return year.contains(today) ? today : year.start();
  }

  @PostMapping("/programmes/{id}/participants/{child}/end")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_INVOLVEMENT)
  ModelAndView leave(Actor.Staff actor, @PathVariable ProgrammeId id, @PathVariable ChildId child) {
    LocalDate today = database.call(new Actor.Login(), tx -> tx.today());
    participation.leave(actor, id, child, today);
    return Screen.done("/programmes/" + id, "programme.left");
  }
}
