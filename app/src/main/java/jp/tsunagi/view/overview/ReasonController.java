package jp.tsunagi.view.overview;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.staff.Substitutes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{id}/items/{item}/reason}: なぜ見えるか (F2). What is not seen is not explained. */
@Controller
class ReasonController {
  private final Database database;
  private final Trace trace;

  ReasonController(Database database, Trace trace) {
    this.database = database;
    this.trace = trace;
  }

  @GetMapping("/children/{id}/items/{item}/reason")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_REASON)
  ModelAndView item(Actor.Staff actor, @PathVariable ChildId id, @PathVariable ItemId item) {
    return Screen.of(
        database.call(
            actor,
            tx ->
                ChildSql.open(
                    tx,
                    id,
                    child -> {
                      ItemRow row = TimelineSql.find(tx, id, item).orElseThrow(NotFound::new);
                      trace.write(tx, Entry.of(Action.VIEW_REASON).child(id).item(item));
                      return view(tx, actor, child).item(row);
                    })));
  }

  @GetMapping("/children/{id}/reason")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_REASON)
  ModelAndView whole(Actor.Staff actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(
            actor,
            tx ->
                ChildSql.open(
                    tx,
                    id,
                    child -> {
                      trace.write(tx, Entry.of(Action.VIEW_REASON).child(id));
                      return view(tx, actor, child).whole();
                    })));
  }

  private static ReasonView view(Tx tx, Actor.Staff actor, ChildFacts child) {
    return new ReasonView(actor, child, tx.today(), Substitutes.insteadOf(tx, actor));
  }
}
