package jp.tsunagi.work.programme;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.ListFile.Cell;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.TakeOut;
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
  private final ParticipantsDesk desk;
  private final Trace trace;

  ParticipantsController(
      Database database,
      Programmes programmes,
      Participation participation,
      ParticipantsDesk desk,
      Trace trace) {
    this.database = database;
    this.programmes = programmes;
    this.participation = participation;
    this.desk = desk;
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
        desk.page(
            actor,
            id,
            ParticipantsDesk.Asked.of(year, show.orElse("ALL"), Optional.empty()),
            null));
  }

  /** A name is looked for; names stand in no address. */
  @PostMapping("/programmes/{id}/participants/search")
  @Permitted(Permission.WRITE)
  @Traced(Action.SEARCH)
  ModelAndView search(
      Actor.Staff actor,
      @PathVariable ProgrammeId id,
      @RequestParam int year,
      @RequestParam String q) {
    return Screen.of(
        desk.page(
            actor, id, ParticipantsDesk.Asked.of(Optional.of(year), "ALL", Optional.of(q)), null));
  }

  @PostMapping("/programmes/{id}/participants")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_INVOLVEMENT)
  ModelAndView join(
      Actor.Staff actor,
      @PathVariable ProgrammeId id,
      @RequestParam int year,
      @RequestParam(required = false, defaultValue = "") List<ChildId> child) {
    int joined = participation.join(actor, id, child, new FiscalYear(year));
    return Screen.done(
        "/programmes/" + id + "?year=" + year,
        joined == 0 ? "programme.joined.nobody" : "programme.joined");
  }

  /** The list as a file, as it is filtered on the screen. */
  @PostMapping("/programmes/{id}/file")
  @Permitted(Permission.EXPORT)
  @Traced(Action.EXPORT)
  ModelAndView file(
      Actor.Staff actor,
      @PathVariable ProgrammeId id,
      @RequestParam int year,
      @RequestParam String show,
      @RequestParam String purpose) {
    TakeOut.Purpose what = TakeOut.Purpose.of(purpose).orElseThrow(NotFound::new);
    return database.call(
        actor,
        tx -> {
          var programme = programmes.find(tx, id).orElseThrow(NotFound::new);
          Seat seat =
              actor
                  .at(programme.organisation(), one -> one.may(Right.EXPORT))
                  .orElseThrow(NotFound::new);
          FiscalYear fiscal = new FiscalYear(year);
          List<Participant> shown =
              ParticipantsView.shown(ParticipantSql.of(tx, programme, fiscal), show);
          trace.write(
              tx,
              Entry.of(Action.EXPORT)
                  .children(shown.stream().map(Participant::child).toList())
                  .seat(seat)
                  .ground("OWN")
                  .purpose(what.name()));
          var view = new ParticipantsView(tx, programme, seat, fiscal, false);
          return ListFile.cells(
              programme.name(),
              Stream.of("child", "kana", "grade", "birth", "from", "last", "incharge", "status")
                  .map(column -> t("programme." + column))
                  .toList(),
              shown.stream().map(one -> cells(view, one)).toList());
        });
  }

  private static List<Cell> cells(ParticipantsView view, Participant one) {
    return List.of(
        Cell.of((one.family().written() + " " + one.given().written()).strip()),
        Cell.of((one.family().kana() + " " + one.given().kana()).strip()),
        Cell.of(view.grade(one)),
        Cell.of(one.birthDate()),
        Cell.of(one.from()),
        Cell.of(one.to().minusDays(1)),
        Cell.of(one.inCharge().orElse("")),
        Cell.of(t("programme.progress." + one.progress())));
  }
}
