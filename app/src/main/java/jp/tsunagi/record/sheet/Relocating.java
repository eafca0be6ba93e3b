package jp.tsunagi.record.sheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Held;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.approval.Approvals;
import jp.tsunagi.record.file.Files;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.Term;
import jp.tsunagi.record.item.Items;
import org.springframework.stereotype.Component;

/**
 * A sheet that was written on the wrong child becomes the right one's, whole: its parts of every
 * revision, what was typed when, its writers, its own files. Who may, what stands against it and
 * who is told is decided before ({@code work.relocation}); here it is done.
 */
@Component
public final class Relocating {
  private final FormVersions forms;
  private final Items items;
  private final Files files;
  private final LayDown layDown;
  private final Approvals approvals;

  Relocating(FormVersions forms, Items items, Files files, LayDown layDown, Approvals approvals) {
    this.forms = forms;
    this.items = items;
    this.files = files;
    this.layDown = layDown;
    this.approvals = approvals;
  }

  /** From where the actor may move the sheet away; empty for whoever may not. */
  static Optional<Seat> seat(Tx tx, Sheet sheet, FormDefinition form) {
    return seats(tx, sheet, form).stream()
        .filter(seat -> Held.running(tx, Set.of(seat), sheet.child()))
        .findFirst();
  }

  /** The seat from which the actor may move the sheet away, if there is one. */
  public Optional<Seat> seat(Tx tx, Sheet sheet) {
    return seat(tx, sheet, forms.of(tx, sheet.form(), sheet.formVersion()));
  }

  /** The seat that reaches both children running, if there is one. */
  public Optional<Seat> seat(Tx tx, Sheet sheet, ChildId to) {
    return seats(tx, sheet, forms.of(tx, sheet.form(), sheet.formVersion())).stream()
        .filter(seat -> Held.running(tx, Set.of(seat), sheet.child()))
        .filter(seat -> Held.running(tx, Set.of(seat), to))
        .findFirst();
  }

  /**
   * Whoever leads where it was written (APPROVE; where nobody has that, ENROL), every category of
   * the form in the ceiling; a draft its own writers alone, for nobody else knows of it.
   */
  private static List<Seat> seats(Tx tx, Sheet sheet, FormDefinition form) {
    if (sheet.state() == SheetState.DISCARDED
        || sheet.state() == SheetState.IN_APPROVAL
        || sheet.organisation().isEmpty()
        || !(Actor.of(tx) instanceof Actor.Staff staff)) {
      return List.of();
    }
    List<Seat> seats = new ArrayList<>();
    boolean begun = sheet.state() == SheetState.DRAFT && sheet.revision() == 1;
    boolean approved = RelocateSql.isApproved(tx, sheet.organisation().get());
    for (Seat seat : staff.seats()) {
      boolean there =
          seat.organisation().equals(sheet.organisation().get())
              && seat.ceiling().containsAll(WriteRule.categories(form));
      boolean leads = seat.may(approved ? Right.APPROVE : Right.ENROL);
      if (there && (leads || (begun && seat.may(Right.WRITE)))) {
        seats.add(seat);
      }
    }
    return seats.isEmpty()
            || (sheet.state() == SheetState.DRAFT && !SheetSql.writes(tx, sheet, staff.staff()))
        ? List.of()
        : seats;
  }

  /** The sheet held until the end of the transaction, as are both children against a new start. */
  public Sheet hold(Tx tx, SheetId id, ChildId from, ChildId to) {
    java.util.stream.Stream.of(from, to)
        .sorted(java.util.Comparator.comparing(ChildId::toString))
        .forEach(child -> SheetSql.oneStart(tx, child));
    return SheetSql.hold(tx, id);
  }

  /**
   * Whether the family of the right child must be asked before it is final again (A7). What waits
   * for a family always is, though the form may not ask any more since.
   */
  public boolean opens(Tx tx, Sheet sheet) {
    if (sheet.state() == SheetState.WITH_GUARDIAN) {
      return true;
    }
    return sheet.state() == SheetState.FINAL
        && (Way.asksGuardian(tx, forms.of(tx, sheet.form(), sheet.formVersion()))
            || RelocateSql.confirmed(tx, sheet));
  }

  /** Whether more than one revision was ever begun. */
  public boolean revised(Tx tx, Sheet sheet) {
    return SheetSql.lastRevision(tx, sheet) > 1;
  }

  /**
   * Whether the other child has a sheet of this form, place, year and term already. Of a form that
   * may be written several times a year there is always room for one more.
   */
  public boolean isThere(Tx tx, Sheet sheet, ChildId to) {
    return !SheetSql.isCounted(forms.of(tx, sheet.form(), sheet.formVersion()))
        && SheetSql.same(tx, NewSheet.like(sheet, to), true, false).isPresent();
  }

  /** Whether it holds words that somebody of the first family said, by name and day. */
  public boolean holdsWords(Tx tx, Sheet sheet, ChildId to) {
    return RelocateSql.givers(tx, sheet).stream()
        .anyMatch(guardian -> !PersonSql.isGuardian(tx, to, guardian));
  }

  /** Every item of the sheet, of every revision. */
  public Set<ItemId> items(Tx tx, Sheet sheet) {
    return new LinkedHashSet<>(RelocateSql.items(tx, sheet.child(), sheet.id()));
  }

  /**
   * Does it, as the program's own work. What the first family answered goes nowhere: it is given
   * back to be kept with the move; its scans are withdrawn.
   *
   * @return the answers of the first family, as JSON
   */
  public String move(Tx tx, Sheet sheet, ChildId to) {
    boolean opens = opens(tx, sheet);
    Set<ItemId> parts = items(tx, sheet);
    return tx.as(
        new Actor.Job(tx.tenant(), "relocation"),
        () -> {
          String answers = RelocateSql.answers(tx, sheet);
          items.withdraw(tx, RelocateSql.papers(tx, sheet.id()));
          RelocateSql.forget(tx, sheet);
          items.arrive(tx, parts, sheet.child(), to);
          FormDefinition form = forms.of(tx, sheet.form(), sheet.formVersion());
          Term number = SheetSql.counted(tx, NewSheet.like(sheet, to), form).term();
          RelocateSql.follow(tx, sheet, to, number);
          approvals.follow(tx, sheet.id(), to);
          files.follow(tx, parts, to);
          items.leave(tx, parts, sheet.child());
          RelocateSql.given(tx, sheet, to);
          Sheet there = SheetSql.find(tx, sheet.id());
          if (opens) {
            layDown.open(tx, there);
          } else {
            layDown.anew(tx, there);
          }
          return answers;
        });
  }

  /** The step that says so; whoever moved it writes on where it is open again. */
  public Sheet arrived(Tx tx, SheetId id, boolean opens) {
    Sheet sheet = SheetSql.find(tx, id);
    SheetMove move = opens ? SheetMove.RELOCATED_OPEN : SheetMove.RELOCATED;
    SheetState state = SheetGraph.after(sheet.state(), move).orElseThrow();
    SheetSql.move(tx, sheet, state, sheet.revision());
    SheetSql.addStep(tx, sheet, sheet.revision(), move, Optional.empty(), Optional.empty());
    if (opens && Actor.of(tx) instanceof Actor.Staff staff) {
      SheetSql.addWriter(tx, sheet, staff.staff());
    }
    return SheetSql.find(tx, id);
  }

  /** What the sheet is called, with its year and programme. */
  public String title(Tx tx, Sheet sheet) {
    return SheetWords.title(tx, sheet, forms.of(tx, sheet.form(), sheet.formVersion()));
  }
}
