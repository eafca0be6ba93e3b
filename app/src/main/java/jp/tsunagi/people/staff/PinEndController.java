package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /terminals/pins/{staff}/end}: the head of a place takes away a PIN that was forgotten. */
@Controller
class PinEndController {
  private final Database database;
  private final SetPin pins;

  PinEndController(Database database, SetPin pins) {
    this.database = database;
    this.pins = pins;
  }

  static String url(StaffId staff) {
    return TerminalsController.URL + "/pins/" + staff + "/end";
  }

  @GetMapping("/terminals/pins/{staff}/end")
  @Permitted(Permission.HEAD)
  @Traced(Action.NONE)
  @AfterPassword
  ModelAndView ask(Actor.Staff actor, @PathVariable StaffId staff) {
    PinSql.Person person = database.call(actor, tx -> KeepTerminals.person(tx, actor, staff));
    return Screen.of(
        new QuestionPage(
            t("staff.pin.reset"),
            t("staff.pin.reset.lead", person.name()),
            url(staff),
            t("staff.pin.reset"),
            new Link(TerminalsController.URL, t("staff.terminal.title"))));
  }

  @PostMapping("/terminals/pins/{staff}/end")
  @Permitted(Permission.HEAD)
  @Traced(Action.PIN)
  @AfterPassword
  ModelAndView end(Actor.Staff actor, @PathVariable StaffId staff) {
    database.run(actor, tx -> KeepTerminals.person(tx, actor, staff));
    pins.end(actor, staff);
    return Screen.done(TerminalsController.URL, "staff.pin.done.reset");
  }
}
