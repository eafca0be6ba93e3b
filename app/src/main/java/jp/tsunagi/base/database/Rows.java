package jp.tsunagi.base.database;

import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.Field;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;

/** Many rows of one table at once: the statement is made once and sent with all its values. */
public final class Rows {
  private Rows() {}

  /** Adds the rows, all of the same table and with all its columns set. */
  public static <R extends TableRecord<R>> void insert(Tx tx, List<R> rows) {
    if (rows.isEmpty()) {
      return;
    }
    R first = rows.getFirst();
    List<Field<?>> fields = List.of(first.fields());
    var values = fields.stream().map(field -> DSL.val(null, field)).toList();
    BatchBindStep batch =
        tx.sql().batch(tx.sql().insertInto(first.getTable(), fields).values(values));
    for (R row : rows) {
      batch = batch.bind(row.intoArray());
    }
    batch.execute();
  }
}
