package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.view.overview.Narrowing.Column;
import jp.tsunagi.view.overview.Narrowing.Order;
import jp.tsunagi.view.overview.WorkListSql.Counts;
import org.springframework.stereotype.Component;

/** A hub's day: the first of what waits, and the list one looks at most. */
@Component
class HubDay {
  private static final int OF_EACH = 2;

  private final Database database;
  private final Heaps heaps;
  private final Trace trace;

  HubDay(Database database, Heaps heaps, Trace trace) {
    this.database = database;
    this.heaps = heaps;
    this.trace = trace;
  }

  /** The day of this seat; the children of tasks and list are traced together. */
  WorkListPage day(Actor.Staff actor, Seat seat) {
    return database.call(
        actor,
        tx -> {
          tx.planForValues();
          Counts counts = WorkListSql.counts(tx, seat, WorkList.PARTICIPANTS, Narrowing.ALL);
          List<WorkListRow> found =
              WorkListSql.page(tx, seat, WorkList.PARTICIPANTS, Narrowing.ALL, WorkListView.SIZE);
          Set<ChildId> shown = new LinkedHashSet<>();
          List<Link> rest = new ArrayList<>();
          List<DayPage.Task> tasks = new ArrayList<>(heaps.at(tx, actor, seat));
          addTasks(tx, actor, seat, counts, shown, tasks, rest);
          found.stream().limit(WorkListView.SIZE).map(WorkListRow::child).forEach(shown::add);
          trace.write(tx, Entry.of(Action.LIST).children(shown).seat(seat).ground("INVOLVEMENT"));
          return new WorkListView(actor, seat, WorkList.PARTICIPANTS, Narrowing.ALL, tx.today())
              .page(counts, WorkListSql.offers(tx, seat), found, tasks, rest);
        });
  }

  /**
   * Consents first: nothing is shared without one; then own writing, then unconfirmed receipts. Of
   * each the first few; what is left over is counted, and its list is one press away.
   */
  private static void addTasks(
      Tx tx,
      Actor.Staff actor,
      Seat seat,
      Counts counts,
      Set<ChildId> shown,
      List<DayPage.Task> tasks,
      List<Link> rest) {
    Stream.of(WorkList.CONSENTS, WorkList.UNWRITTEN, WorkList.ENTERING, WorkList.RECEIPTS)
        .filter(list -> counts.count(list) > 0 && asks(seat, list))
        .forEach(list -> {
          WorkListView view = new WorkListView(actor, seat, list, asked(list), tx.today());
          List<WorkListRow> pressing =
              WorkListSql.page(tx, seat, list, asked(list), WorkListView.SIZE).stream()
                  .filter(row -> presses(list, row))
                  .limit(Math.min(OF_EACH, Today.MOST - tasks.size()))
                  .toList();
          pressing.forEach(row -> {
            shown.add(row.child());
            tasks.add(view.task(row));
          });
          int left = counts.count(list) - pressing.size();
          if (left > 0) {
            rest.add(
                new Link(
                    list.url(),
                    t(
                        pressing.isEmpty() ? "overview.today.list" : "overview.today.rest",
                        t("overview.list." + list),
                        left)));
          }
        });
  }

  /** The longest waiting first; of those who go on, only those one can hand over now. */
  private static Narrowing asked(WorkList list) {
    return switch (list) {
      case CONSENTS, RECEIPTS -> Narrowing.ALL.ordered(new Order(Column.SINCE, false));
      case ENTERING -> Narrowing.ALL.state(WorkList.Going.AGREED.name());
      case UNWRITTEN, PARTICIPANTS -> Narrowing.ALL;
    };
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
      case ENTERING, CONSENTS, RECEIPTS, PARTICIPANTS -> true;
    };
  }
}
