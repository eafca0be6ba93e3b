package jp.tsunagi.view.overview;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.view.overview.Narrowing.Cursor;
import jp.tsunagi.view.overview.Narrowing.Order;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The order of a hub's list and what comes after a line of it. */
final class OrderSql {
  private OrderSql() {}

  /**
   * The lines in the order asked for, then by reading; last comes what tells any two lines apart.
   */
  static List<SortField<?>> by(WorkListSql.Shape shape, Order order) {
    return keys(shape, order).stream()
        .<SortField<?>>map(field -> order.down() ? field.desc() : field.asc())
        .toList();
  }

  private static List<Field<?>> keys(WorkListSql.Shape shape, Order order) {
    List<Field<?>> keys = new ArrayList<>();
    switch (order.column()) {
      case KANA -> {}
      case BIRTH -> keys.add(CHILD.BIRTH_DATE);
      case DETAIL -> keys.add(coalesce(shape.detail(), inline("")));
      case INCHARGE -> keys.add(coalesce(shape.inChargeKana(), inline("")));
      case SINCE -> keys.add(shape.since());
    }
    keys.addAll(List.of(CHILD_NAME.FAMILY_KANA, CHILD_NAME.GIVEN_KANA, CHILD.CHILD_ID));
    keys.add(shape.key());
    return keys;
  }

  /**
   * What comes after a line. What it is ordered by is looked up, never carried in an address, and
   * also when the line has left the list meanwhile: who finishes a sheet goes on with the next.
   *
   * @param lines the lines of the list, whether they still belong there or not
   */
  static Condition after(
      Tx tx, WorkListSql.Shape shape, Order order, Table<?> lines, @Nullable Cursor cursor) {
    if (cursor == null) {
      return noCondition();
    }
    List<Field<?>> keys = keys(shape, order);
    var there =
        select(keys)
            .from(lines)
            .where(Readable.child(tx))
            .and(CHILD.CHILD_ID.eq(cursor.child()))
            .and(shape.key().eq(inline(cursor.key(), UUID.class)));
    return order.down() ? row(keys).lt(there) : row(keys).gt(there);
  }
}
