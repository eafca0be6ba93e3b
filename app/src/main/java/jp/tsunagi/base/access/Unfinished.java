package jp.tsunagi.base.access;

import static jp.tsunagi.base.access.ByRow.exists;
import static jp.tsunagi.schema.Tables.APPROVAL_STEP;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET_WRITER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Who reads what is not in force yet: its writers, and the posts that decide about it. */
final class Unfinished {
  /** States in which an item is its writers' own; from the second on others decide about it. */
  static final Set<String> WRITTEN = Set.of("DRAFT", "IN_APPROVAL");

  private Unfinished() {}

  /** A draft, or what came of it in approval, of which the staff member is one of the writers. */
  static Condition writes(Tx tx, Actor.Staff staff) {
    return ITEM.STATE
        .in(WRITTEN)
        .and(
            ITEM.CREATED_BY
                .eq(staff.staff().value())
                .or(
                    exists(
                        selectOne()
                            .from(SHEET_WRITER)
                            .where(SHEET_WRITER.TENANT_ID.eq(tx.tenant()))
                            .and(SHEET_WRITER.SHEET_ID.eq(ITEM.SHEET_ID))
                            .and(SHEET_WRITER.STAFF_ID.eq(staff.staff())))));
  }

  /**
   * What is in approval on a route that names the post of one of these seats, at its place: each
   * seat within its own ceiling.
   */
  static Condition approves(Tx tx, List<Seat> seats) {
    String[] deciding =
        seats.stream()
            .flatMap(seat ->
                seat.ceiling().stream()
                    .map(category ->
                        category.name() + " " + seat.post() + " " + seat.organisation().value()))
            .toArray(String[]::new);
    Field<String> asked =
        ITEM.CATEGORY
            .concat(val(" "))
            .concat(APPROVAL_STEP.POST)
            .concat(val(" "))
            .concat(ITEM.AUTHOR_ID.cast(SQLDataType.VARCHAR));
    return ITEM.STATE
        .eq("IN_APPROVAL")
        .and(ITEM.AUTHOR_KIND.eq("ORGANISATION"))
        .and(
            exists(
                selectOne()
                    .from(APPROVAL_STEP)
                    .where(APPROVAL_STEP.TENANT_ID.eq(tx.tenant()))
                    .and(APPROVAL_STEP.SHEET_ID.eq(ITEM.SHEET_ID))
                    .and(APPROVAL_STEP.CHILD_ID.eq(ITEM.CHILD_ID))
                    .and(APPROVAL_STEP.ORGANISATION_ID.coerce(UUID.class).eq(ITEM.AUTHOR_ID))
                    .and(APPROVAL_STEP.RUNNING.isTrue())
                    .and(asked.eq(any(deciding)))));
  }
}
