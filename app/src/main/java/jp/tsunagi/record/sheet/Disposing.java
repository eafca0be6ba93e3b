package jp.tsunagi.record.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.approval.Approvals;
import jp.tsunagi.record.file.Files;
import jp.tsunagi.record.item.Items;
import org.springframework.stereotype.Component;

/**
 * Deletes a sheet and all that hangs on it: parts of every revision, what was typed when, steps,
 * writers, attachments, scans of what was signed. For the program's own work, when two people have
 * decided it ({@code work.retention}).
 */
@Component
public final class Disposing {
  private final Items items;
  private final Files files;
  private final Approvals approvals;

  Disposing(Items items, Files files, Approvals approvals) {
    this.items = items;
    this.files = files;
    this.approvals = approvals;
  }

  /**
   * Holds these children until the end of the transaction: nobody begins, moves or disposes of a
   * sheet of theirs meanwhile. Always in one order, so that nobody waits for one another.
   */
  public static void alone(Tx tx, Collection<ChildId> children) {
    children.stream()
        .distinct()
        .sorted(Comparator.comparing(ChildId::toString))
        .forEach(child -> SheetSql.oneStart(tx, child));
  }

  /** Holds the sheet against its writers until the end of the transaction; false: it is gone. */
  public static boolean hold(Tx tx, SheetId sheet) {
    return tx.as(new Actor.Job(tx.tenant(), "disposing"), () -> SheetSql.isHeld(tx, sheet));
  }

  /** Every item that would go: the parts, and the scans of signed papers. */
  public List<ItemId> items(Tx tx, ChildId child, SheetId sheet) {
    List<ItemId> all = new ArrayList<>(RelocateSql.items(tx, child, sheet));
    all.addAll(RelocateSql.papers(tx, sheet));
    return all;
  }

  /** Deletes it; nothing of it can be brought back. */
  public void dispose(Tx tx, ChildId child, SheetId sheet) {
    List<ItemId> all = items(tx, child, sheet);
    approvals.dispose(tx, sheet);
    RelocateSql.dispose(tx, sheet);
    files.dispose(tx, all);
    items.leave(tx, all, child);
  }
}
