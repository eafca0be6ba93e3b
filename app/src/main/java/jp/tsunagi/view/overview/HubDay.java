package jp.tsunagi.view.overview;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import org.springframework.stereotype.Component;

/** A hub's day: the first of what waits, and the list one looks at most. */
@Component
class HubDay {
  private static final int OF_EACH = 2;

  private final Database database;
  private final Trace trace;

  HubDay(Database database, Trace trace) {
    this.database = database;
    this.trace = trace;
  }

  /** The day of this seat; the children of tasks and list are traced together. */
  WorkListPage day(Actor.Staff actor, Seat seat) {
    return database.call(
        actor,
        tx -> {
          Map<WorkList, Integer> counts = WorkListSql.counts(tx, seat);
          List<WorkListRow> found =
              WorkListSql.page(tx, seat, WorkList.PARTICIPANTS, Narrowing.ALL, WorkListView.SIZE);
          Set<ChildId> shown = new LinkedHashSet<>();
          List<DayPage.Task> tasks = tasks(tx, actor, seat, counts, shown);
          found.stream().limit(WorkListView.SIZE).map(WorkListRow::child).forEach(shown::add);
          trace.write(tx, Entry.of(Action.LIST).children(shown).seat(seat).ground("INVOLVEMENT"));
          return new WorkListView(actor, seat, WorkList.PARTICIPANTS, Narrowing.ALL, tx.today())
              .page(counts, found, tasks);
        });
  }

  /** Consents first: nothing is shared without one; then own writing, then unconfirmed receipts. */
  private static List<DayPage.Task> tasks(
      Tx tx, Actor.Staff actor, Seat seat, Map<WorkList, Integer> counts, Set<ChildId> shown) {
    List<DayPage.Task> tasks = new ArrayList<>();
    Stream.of(WorkList.CONSENTS, WorkList.UNWRITTEN, WorkList.ENTERING, WorkList.RECEIPTS)
        .filter(list -> counts.getOrDefault(list, 0) > 0 && asks(seat, list))
        .forEach(list -> {
          WorkListView view = new WorkListView(actor, seat, list, Narrowing.ALL, tx.today());
          WorkListSql.page(tx, seat, list, Narrowing.ALL, WorkListView.SIZE).stream()
              .filter(row -> presses(list, row))
              .limit(OF_EACH)
              .forEach(row -> {
                shown.add(row.child());
                tasks.add(view.task(row));
              });
        });
    return tasks.stream().limit(Today.MOST).toList();
  }

  private static boolean asks(Seat seat, WorkList list) {
    return switch (list) {
      case CONSENTS -> seat.may(Right.INTAKE);
      case ENTERING -> seat.may(Right.ENROL);
      case RECEIPTS -> seat.receives();
      case UNWRITTEN -> seat.may(Right.WRITE);
      case PARTICIPANTS -> false;
    };
  }

  /** Only what is this reader's own, or ready to be done. */
  private static boolean presses(WorkList list, WorkListRow row) {
    return switch (list) {
      case UNWRITTEN -> row.mine() || row.plan().mine();
      case ENTERING -> row.agreed() && !row.handed();
      case CONSENTS, RECEIPTS, PARTICIPANTS -> true;
    };
  }
}
