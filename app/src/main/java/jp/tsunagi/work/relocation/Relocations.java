package jp.tsunagi.work.relocation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.ExactChild;
import jp.tsunagi.record.form.AttachedTo;
import jp.tsunagi.record.ground.OpenSheets;
import jp.tsunagi.record.print.Issues;
import jp.tsunagi.record.sheet.ReadSheet;
import jp.tsunagi.record.sheet.Relocating;
import jp.tsunagi.record.sheet.Sheet;
import jp.tsunagi.record.sheet.SheetReading;
import jp.tsunagi.record.sheet.SheetState;
import jp.tsunagi.work.request.PlanRequests;
import jp.tsunagi.work.submission.ListedSheets;
import org.springframework.stereotype.Component;

/**
 * Moves a sheet to the child it is about: by whoever leads where it was written, from a seat that
 * reaches both children running; a draft by its own writers. Everything in one transaction, with a
 * row of the trace at either child that does not name the other.
 */
@Component
final class Relocations {
  private final Relocating relocating;
  private final SheetReading reading;
  private final Issues issues;
  private final KeptSheets kept;
  private final Trace trace;

  Relocations(
      Relocating relocating, SheetReading reading, Issues issues, KeptSheets kept, Trace trace) {
    this.kept = kept;
    this.relocating = relocating;
    this.reading = reading;
    this.issues = issues;
    this.trace = trace;
  }

  /** A sheet that the actor may move, and from where. */
  record Mine(ReadSheet read, Seat seat, Set<ItemId> items, Optional<RelocationRefusal> refusal) {
    Sheet sheet() {
      return read.sheet();
    }
  }

  /**
   * What is asked for.
   *
   * @param id made with the form: sent twice, it is moved once
   * @param from the child on whom the form showed the sheet
   */
  record Wish(UUID id, ChildId from, String name, LocalDate birth, String why) {}

  /** What came of it. */
  sealed interface Outcome {
    /** It is moved, by this form. */
    record Moved(SheetId sheet) implements Outcome {}

    /** It stays. */
    record Stays(RelocationRefusal why) implements Outcome {}
  }

  /** The sheet, for whoever may move it; not found otherwise. */
  Mine mine(Tx tx, SheetId id) {
    ReadSheet shown = reading.inUse(tx, id);
    ReadSheet read = shown.sheet().state() == SheetState.DRAFT ? reading.draft(tx, id) : shown;
    reading.opened(tx, read);
    Seat seat = relocating.seat(tx, read.sheet()).orElseThrow(NotFound::new);
    Set<ItemId> items = relocating.items(tx, read.sheet());
    return new Mine(read, seat, items, RelocationRule.of(onSheet(tx, read, items)));
  }

  private RelocationRule.OnSheet onSheet(Tx tx, ReadSheet read, Set<ItemId> items) {
    Sheet sheet = read.sheet();
    return new RelocationRule.OnSheet(
        read.form().attachedTo() == AttachedTo.HANDOVER,
        sheet.state() == SheetState.DRAFT && sheet.revision() > 1,
        relocating.opens(tx, sheet) && relocating.revised(tx, sheet),
        Compartments.concealed(tx, sheet.child()),
        kept.keeps(tx, sheet.id()),
        OpenSheets.named(tx, sheet.id()),
        OpenSheets.shown(tx, sheet.child(), sheet.id()),
        ListedSheets.waits(tx, sheet.id()),
        PlanRequests.restsOn(tx, sheet.id()),
        OpenSheets.handedOver(tx, sheet.child(), sheet.id()),
        RelocationSql.paperOut(tx, sheet.child(), items));
  }

  /** Moves it, or says why not. The same form once more leads to what it did. */
  Outcome move(Tx tx, SheetId id, Wish wish) {
    Optional<Outcome> done = done(tx, id, wish);
    if (done.isPresent()) {
      return done.get();
    }
    Mine mine = mine(tx, id);
    if (!mine.sheet().child().equals(wish.from())) {
      throw new NotFound();
    }
    Set<ChildId> named = ExactChild.named(tx, wish.name(), wish.birth());
    List<ChildId> reached =
        named.stream()
            .filter(child -> relocating.seat(tx, mine.sheet(), child).isPresent())
            .toList();
    if (named.contains(wish.from()) || reached.isEmpty()) {
      var nowhere =
          new RelocationRule.OnChild(
              false, named.contains(wish.from()), false, false, false, false);
      return new Outcome.Stays(RelocationRule.of(nowhere).orElseThrow());
    }
    return reached.size() > 1
        ? new Outcome.Stays(RelocationRefusal.OfChild.SEVERAL)
        : move(tx, id, wish, reached.getFirst());
  }

  /** Shows the sheet where it is by now, and no more. */
  private Optional<Outcome> done(Tx tx, SheetId id, Wish wish) {
    return RelocationSql.find(tx, wish.id())
        .map(row -> {
          ReadSheet read = reading.inUse(tx, id);
          reading.opened(tx, read);
          if (!id.equals(row.getSheetId())) {
            throw new NotFound();
          }
          trace.write(
              tx, Entry.of(Action.VIEW_SHEET).child(read.sheet().child()).about("sheet", id));
          return new Outcome.Moved(id);
        });
  }

  /** Everything once more under the lock: somebody may have been first. */
  private Outcome move(Tx tx, SheetId id, Wish wish, ChildId to) {
    Sheet held = relocating.hold(tx, id, wish.from(), to);
    Optional<Outcome> done = done(tx, id, wish);
    if (done.isPresent()) {
      return done.get();
    }
    if (!held.child().equals(wish.from())) {
      throw new NotFound();
    }
    Mine mine = mine(tx, id);
    Optional<RelocationRefusal> refusal =
        mine.refusal().or(() -> RelocationRule.of(onChild(tx, mine.sheet(), to)));
    if (refusal.isPresent()) {
      return new Outcome.Stays(refusal.get());
    }
    Seat seat = relocating.seat(tx, held, to).orElseThrow(NotFound::new);
    boolean saw = ReadingSql.familySaw(tx, held, mine.items());
    boolean opens = relocating.opens(tx, held);
    RelocationSql.alone(
        tx,
        () -> {
          issues.recall(tx, held.child(), mine.items());
          PlanRequests.forget(tx, id);
          return true;
        });
    String answers = relocating.move(tx, held, to);
    RelocationSql.add(tx, wish.id(), held, to, seat.organisation(), wish.why(), saw, answers);
    relocating.arrived(tx, id, opens);
    trace.write(tx, entry(held.child(), seat, "MOVED_AWAY", id));
    trace.write(tx, entry(to, seat, "MOVED_HERE", id));
    return new Outcome.Moved(id);
  }

  private static Entry entry(ChildId child, Seat seat, String purpose, SheetId id) {
    return Entry.of(Action.MOVE_SHEET).child(child).seat(seat).purpose(purpose).about("sheet", id);
  }

  private RelocationRule.OnChild onChild(Tx tx, Sheet sheet, ChildId to) {
    return new RelocationRule.OnChild(
        relocating.seat(tx, sheet, to).isPresent(),
        sheet.child().equals(to),
        Compartments.concealed(tx, to),
        relocating.isThere(tx, sheet, to),
        !RelocationSql.takesPart(tx, sheet, to),
        relocating.holdsWords(tx, sheet, to));
  }
}
