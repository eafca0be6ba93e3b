package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.ITEM;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;

/** Why the guardian signed in reads what she or he reads. */
public final class FamilyReasonSql {
  private FamilyReasonSql() {}

  /** Of each readable part of a sheet. */
  public static Map<ItemId, List<FamilyReason>> of(Tx tx, Actor.Guardian guardian, SheetId sheet) {
    return of(tx, guardian, Readable.item(tx).and(ITEM.SHEET_ID.eq(sheet)));
  }

  static Map<ItemId, List<FamilyReason>> of(Tx tx, Actor.Guardian guardian, Condition which) {
    var grants = ExplanationSql.ofGuardian(tx, ITEM.CHILD_ID).as("grants");
    var concealed = ExplanationSql.concealed(tx, ITEM.CHILD_ID).as("concealed");
    var open = org.jooq.impl.DSL.field(Compartments.open(tx)).as("open");
    Map<ItemId, List<FamilyReason>> reasons = new HashMap<>();
    tx.sql()
        .select(ITEM.fields())
        .select(grants, concealed, open)
        .from(ITEM)
        .where(which)
        .forEach(row -> {
          var item = row.into(ITEM);
          var subject =
              new Explanation.Subject(
                  Category.valueOf(item.getCategory()),
                  item.getAuthorKind(),
                  item.getAuthorId(),
                  Optional.ofNullable(item.getSection()),
                  Optional.ofNullable(item.getSheetId()),
                  item.getState(),
                  item.getLatest(),
                  Explanation.Hand.NONE,
                  !row.get(open),
                  false);
          var facts = new Explanation.Facts(row.get(grants), List.of(), row.get(concealed));
          reasons.put(
              item.getItemId(), FamilyReason.of(guardian, subject, item.getForGuardian(), facts));
        });
    return reasons;
  }
}
