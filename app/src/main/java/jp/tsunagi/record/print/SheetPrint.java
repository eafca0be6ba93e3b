package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.w;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.IssueId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import org.springframework.stereotype.Component;

/**
 * Prints any sheet as its 様式, for use inside: only the parts readable now, from a post with the
 * right, for a purpose.
 */
@Component
class SheetPrint {
  private final Database database;
  private final RecordParts parts;
  private final Issues issues;
  private final Trace trace;

  SheetPrint(Database database, RecordParts parts, Issues issues, Trace trace) {
    this.database = database;
    this.parts = parts;
    this.issues = issues;
    this.trace = trace;
  }

  /** What would be printed, and what has been. */
  record Preview(ChildId child, Paper paper, List<Earlier> earlier) {}

  /** An earlier print; it can be opened while everything on it may be read. */
  record Earlier(Issued issue, boolean canBeOpened) {}

  Preview preview(Actor.Staff actor, SheetId sheet) {
    return inside(
        actor,
        Format.PDF,
        sheet,
        found -> {
          Tx tx = found.tx();
          trace.write(
              tx,
              Entry.of(Action.VIEW_SHEET)
                  .child(found.child())
                  .item(found.parts().getFirst().item())
                  .seat(found.seat())
                  .about("sheet", sheet));
          return new Preview(found.child(), found.paper(), earlier(tx, sheet));
        });
  }

  private List<Earlier> earlier(Tx tx, SheetId sheet) {
    return issues.ofSheet(tx, sheet).stream()
        .map(issue -> new Earlier(issue, issues.canBeOpened(tx, issue)))
        .toList();
  }

  /** Prints it, or takes it out as a workbook; sent twice from one form, it is printed once. */
  IssueId print(Actor.Staff actor, SheetId sheet, Format format, UUID form, String purpose) {
    return inside(
        actor,
        format,
        sheet,
        found -> issues.issue(found.tx(), issue(found, form, purpose), format, _ -> found.paper()));
  }

  private static NewIssue issue(Found found, UUID form, String purpose) {
    String title = found.parts().getFirst().yearly();
    return new NewIssue(
        form,
        found.child(),
        found.seat(),
        category(found.parts()),
        found.seat().organisationName(),
        Optional.of(found.seat().organisation()),
        purpose,
        found.parts().stream().map(RecordPart::item).toList(),
        Optional.empty(),
        false,
        w("print.gist", title, purpose));
  }

  /** The entry is read as its most guarded part is. */
  private static Category category(List<RecordPart> parts) {
    return parts.stream()
        .map(RecordPart::category)
        .filter(category -> category == Category.CONSULTATION)
        .findFirst()
        .orElse(parts.getFirst().category());
  }

  /** A sheet as the actor's posts with the right see it. */
  private record Found(Tx tx, ChildId child, Seat seat, List<RecordPart> parts, ChildFacts facts) {
    Paper paper() {
      return new SheetPaper(parts, facts).paper();
    }
  }

  private <T> T inside(Actor.Staff actor, Format format, SheetId sheet, Function<Found, T> work) {
    return database.call(
        Printing.with(actor, format),
        tx -> {
          List<RecordPart> readable = parts.ofSheet(tx, sheet);
          if (readable.isEmpty()) {
            throw new NotFound();
          }
          ChildId child = RecordParts.child(tx, sheet);
          Seat seat = Printing.seat(tx, child);
          return work.apply(new Found(tx, child, seat, readable, ChildFacts.of(tx, child)));
        });
  }
}
