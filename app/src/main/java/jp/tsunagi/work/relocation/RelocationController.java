package jp.tsunagi.work.relocation;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sheets/{id}/relocation}: the sheet was written on the wrong child. */
@Controller
class RelocationController {
  private final Database database;
  private final Relocations relocations;
  private final RelocationView view;
  private final Trace trace;

  RelocationController(
      Database database, Relocations relocations, RelocationView view, Trace trace) {
    this.database = database;
    this.relocations = relocations;
    this.view = view;
    this.trace = trace;
  }

  @GetMapping("/sheets/{id}/relocation")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_SHEET)
  ModelAndView show(Actor.Staff actor, @PathVariable SheetId id) {
    return Screen.of(
        database.call(
            actor, tx -> page(tx, id, new RelocationForm(Typed.NOTHING, tx.today()), null)));
  }

  @PostMapping("/sheets/{id}/relocation")
  @Permitted(Permission.STAFF)
  @Traced({Action.MOVE_SHEET, Action.VIEW_SHEET})
  ModelAndView move(
      Actor.Staff actor,
      @PathVariable SheetId id,
      @RequestParam MultiValueMap<String, String> sent) {
    return database.call(
        actor,
        tx -> {
          RelocationForm form = new RelocationForm(new Typed(sent), tx.today());
          var wish = form.read();
          if (wish.isEmpty()) {
            return Screen.of(page(tx, id, form, null), 422);
          }
          return switch (relocations.move(tx, id, wish.get())) {
            case Relocations.Outcome.Moved(var sheet) ->
                Screen.done("/sheets/" + sheet, "relocation.done");
            case Relocations.Outcome.Stays(var why) -> Screen.of(page(tx, id, form, why), 422);
          };
        });
  }

  private RelocationPage page(
      Tx tx, SheetId id, RelocationForm form, @Nullable RelocationRefusal refused) {
    Relocations.Mine mine = relocations.mine(tx, id);
    trace.write(
        tx,
        Entry.of(Action.VIEW_SHEET)
            .child(mine.sheet().child())
            .seat(mine.seat())
            .ground("OWN")
            .about("sheet", id));
    return view.page(tx, mine, form, refused);
  }
}
