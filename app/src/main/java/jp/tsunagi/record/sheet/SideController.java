package jp.tsunagi.record.sheet;

import java.util.HashMap;
import java.util.Map;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sheets/{id}/side/{tab}}: the right side of the writing screen, when a tab is opened. */
@Controller
class SideController {
  private final Database database;
  private final SheetWriting writing;
  private final SideView view;
  private final Trace trace;

  SideController(Database database, SheetWriting writing, SideView view, Trace trace) {
    this.database = database;
    this.writing = writing;
    this.view = view;
    this.trace = trace;
  }

  @GetMapping("/sheets/{id}/side/{tab}")
  @Permitted(Permission.WRITE)
  @Traced(Action.VIEW_SHEET)
  ModelAndView show(
      Actor.Staff actor,
      @PathVariable SheetId id,
      @PathVariable String tab,
      @RequestParam Map<String, String> asked) {
    return database.call(
        actor,
        tx -> {
          ReadSheet draft = DraftController.open(tx, writing, id);
          if (draft.sheet().state() != SheetState.DRAFT || draft.sheet().ofFamily()) {
            throw new NotFound();
          }
          // the page around it has left the row of this sitting; the paper is made anew at each
          // save
          trace.writeOnceIn(
              tx,
              PartWriting.ONE_SITTING,
              Entry.of(Action.VIEW_SHEET)
                  .child(draft.sheet().child())
                  .about("sheet", draft.sheet().id()));
          Map<String, String> wanted = new HashMap<>(asked);
          wanted.put("side", tab);
          return Screen.of(view.page(tx, draft, wanted));
        });
  }
}
