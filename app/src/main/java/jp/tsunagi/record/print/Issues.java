package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.w;
import static jp.tsunagi.schema.Tables.ISSUE;
import static jp.tsunagi.schema.Tables.ISSUE_PART;
import static jp.tsunagi.schema.Tables.ITEM;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.IssueId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.record.item.Author;
import jp.tsunagi.record.item.ItemKind;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.item.Items;
import jp.tsunagi.record.item.NewItem;
import org.springframework.stereotype.Component;

/**
 * 発行: hands papers out. Each gets its number, is kept with its bytes as an entry of the child's
 * record, and leaves its row in the trace, all in one transaction (A10).
 */
@Component
public final class Issues {
  private final PdfRenderer renderer;
  private final Items items;
  private final Trace trace;

  Issues(PdfRenderer renderer, Items items, Trace trace) {
    this.renderer = renderer;
    this.items = items;
    this.trace = trace;
  }

  /**
   * Hands out the paper that is made for the number it gets; sent twice from one form, with nothing
   * different in between, it leads to the first. Then it shows the child and no more.
   */
  public IssueId issue(Tx tx, NewIssue issue, Format format, Function<IssueNumber, Paper> made) {
    IssueSql.queue(tx);
    Optional<IssueId> before = IssueSql.same(tx, issue, format);
    before.ifPresent(_ ->
        trace.write(
            tx,
            Entry.of(Action.VIEW_CHILD)
                .child(issue.child())
                .seat(issue.seat())
                .purpose(issue.purpose())));
    return before.orElseGet(() -> fresh(tx, issue, format, made));
  }

  private IssueId fresh(Tx tx, NewIssue issue, Format format, Function<IssueNumber, Paper> made) {
    IssueNumber number = IssueSql.next(tx);
    Paper paper = made.apply(number);
    Footing footing = footing(tx, issue.seat(), number.text());
    byte[] bytes =
        switch (format) {
          case PDF -> renderer.render(paper, footing);
          case XLSX -> PaperWorkbook.render(paper, footing);
        };
    IssueId id = IssueId.create();
    ItemId item = items.add(tx, item(tx, issue));
    IssueSql.add(tx, id, issue, item, number, format, bytes);
    Entry entry =
        Entry.of(format.action())
            .child(issue.child())
            .item(item)
            .seat(issue.seat())
            .purpose(issue.purpose());
    trace.write(tx, issue.consent().map(_ -> entry.ground("CONSENT")).orElse(entry));
    return id;
  }

  private static NewItem item(Tx tx, NewIssue issue) {
    return new NewItem(
        issue.child(),
        ItemKind.ISSUE,
        issue.category(),
        new Author.Organisation(issue.seat().organisation()),
        Optional.empty(),
        Optional.empty(),
        1,
        ItemState.FINAL,
        issue.forGuardian(),
        tx.today(),
        issue.gist());
  }

  /** What stands at the foot of a paper that the actor takes out now. */
  public static Footing footing(Tx tx, Seat seat, String number) {
    String by = Actor.of(tx).name() + w("print.bracket", seat.organisationName());
    return new Footing(number, by, at(tx.now()));
  }

  /** Day and minute as papers show them. */
  static String at(Instant instant) {
    var there = instant.atZone(ActingClock.JAPAN);
    return DateWords.plain(there.toLocalDate()).in(PrintWords.language())
        + String.format(Locale.ROOT, " %02d:%02d", there.getHour(), there.getMinute());
  }

  /**
   * What was handed out of a child by a consent, as far as the actor may know of it; latest first.
   */
  public List<Issued> handedOut(Tx tx, ChildId child) {
    return IssueSql.find(tx, ISSUE.CHILD_ID.eq(child).and(ISSUE.CONSENT_ID.isNotNull()));
  }

  /** The prints of a sheet, as far as the actor may know of them; latest first. */
  List<Issued> ofSheet(Tx tx, SheetId sheet) {
    var part = ITEM.as("part");
    return IssueSql.find(
        tx,
        exists(
            selectOne()
                .from(ISSUE_PART)
                .join(part)
                .on(part.TENANT_ID.eq(tx.tenant()))
                .and(part.CHILD_ID.eq(ISSUE_PART.CHILD_ID))
                .and(part.ITEM_ID.eq(ISSUE_PART.ITEM_ID))
                .where(ISSUE_PART.TENANT_ID.eq(tx.tenant()))
                .and(ISSUE_PART.ISSUE_ID.eq(ISSUE.ISSUE_ID))
                .and(part.SHEET_ID.eq(sheet))));
  }

  /**
   * Takes back every paper that holds one of these items: its number, day and purpose stay, its
   * bytes are erased, and nobody finds it any more. For items that are about to leave the child.
   */
  public void recall(Tx tx, ChildId child, Collection<ItemId> parts) {
    items.withdraw(tx, IssueSql.recall(tx, child, parts));
  }

  /**
   * Deletes every paper that holds one of these items and nothing else; one that holds more is
   * taken back. For items that are about to be deleted.
   */
  public void dispose(Tx tx, ChildId child, Collection<ItemId> parts) {
    items.leave(tx, IssueSql.dispose(tx, child, parts), child);
    recall(tx, child, parts);
  }

  /** The consent is gone, and of the papers that went out by it the number alone is left. */
  public void forget(Tx tx, ConsentId consent) {
    IssueSql.forget(tx, consent);
  }

  /**
   * Whether its bytes may be given out again: every part readable now, the consent in force, and
   * nothing on it of an address that is hidden from the reader.
   */
  public boolean canBeOpened(Tx tx, Issued issue) {
    return IssueSql.wholeReadable(tx, issue)
        && !IssueSql.heldBack(tx, issue)
        && consentHolds(tx, issue);
  }

  static boolean consentHolds(Tx tx, Issued issue) {
    return issue
        .consent()
        .map(consent -> IssueSql.inForce(tx, consent) && !IssueSql.objected(tx, issue, consent))
        .orElse(true);
  }
}
