package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.APPROVAL_OPENED;
import static jp.tsunagi.schema.Tables.APPROVAL_STEP;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.CLASS_PLACE;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.ORGANISATION_CLASS;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_STEP;
import static jp.tsunagi.schema.Tables.SHEET_WRITER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.ApprovalStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The lists of what is in approval: only sheets of which the reader reads something. */
final class ApprovalsSql {
  private ApprovalsSql() {}

  /** When anything was done last in the revision that is worked on. */
  private static Field<OffsetDateTime> last(Tx tx) {
    return field(ofLast(tx, SHEET_STEP.AT));
  }

  /** What was done last in it. */
  private static Field<String> lastStep(Tx tx) {
    return field(ofLast(tx, SHEET_STEP.STEP));
  }

  private static <T> Select<Record1<T>> ofLast(Tx tx, Field<T> of) {
    return select(of)
        .from(SHEET_STEP)
        .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_STEP.SHEET_ID.eq(SHEET.SHEET_ID))
        .and(SHEET_STEP.REVISION.eq(SHEET.REVISION))
        .orderBy(SHEET_STEP.ORDINAL.desc())
        .limit(1);
  }

  /**
   * A sheet of a list.
   *
   * @param className of the child at the place; empty where it has none
   * @param post whose turn it is, or in whose place somebody decided; null where nobody's is
   * @param since when it came there, was decided or given back
   * @param opened whether the reader has looked at it since it came to that post
   * @param own whether the reader is one of its writers
   */
  record Row(
      Sheet sheet,
      String className,
      @Nullable String post,
      Instant since,
      boolean opened,
      boolean own) {}

  /**
   * What is asked for.
   *
   * @param form key of one form; empty for all
   * @param byName whether by the child's reading, else by day
   * @param after the last sheet of the page before
   */
  record Asked(ApprovalList list, Optional<String> form, boolean byName, Optional<SheetId> after) {}

  /** A page, one more than {@code most} when there is another. */
  static List<Row> page(Tx tx, Actor.Staff staff, Asked asked, int most) {
    Field<OffsetDateTime> since = since(tx, asked.list());
    Field<Boolean> opened = field(opened(tx, staff));
    Field<Boolean> own = field(own(tx, staff));
    Field<String> room = room(tx);
    return tx.sql()
        .select(SHEET.fields())
        .select(room, APPROVAL_STEP.POST, since, opened, own)
        .from(from(tx, staff, asked.list()))
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(Readable.child(tx, SHEET.CHILD_ID))
        .and(belongs(tx, staff, asked.list()))
        .and(asked.form().map(SHEET.FORM_KEY::eq).orElse(noCondition()))
        .and(readable(tx))
        .and(after(tx, staff, asked))
        .orderBy(order(tx, asked))
        .limit(most + 1)
        .fetch(found ->
            new Row(
                SheetSql.sheet(found.into(SHEET)),
                Objects.requireNonNullElse(found.get(room), ""),
                asked.list() == ApprovalList.RETURNED ? null : found.get(APPROVAL_STEP.POST),
                found.get(since).toInstant(),
                found.get(opened),
                found.get(own)));
  }

  /** How many there are; counted no further than one page and one more. */
  static List<Row> some(Tx tx, Actor.Staff staff, ApprovalList list, int most) {
    return page(tx, staff, new Asked(list, Optional.empty(), false, Optional.empty()), most);
  }

  private static Field<OffsetDateTime> since(Tx tx, ApprovalList list) {
    return switch (list) {
      case WAITING, SENT -> coalesce(APPROVAL_STEP.SINCE, last(tx));
      case SIGHT -> APPROVAL_STEP.DECIDED_AT;
      case RETURNED -> last(tx);
    };
  }

  /** The step of the list: the one whose turn it is, or what a deputy decided. */
  private static Table<?> from(Tx tx, Actor.Staff staff, ApprovalList list) {
    Condition current =
        APPROVAL_STEP
            .RUNNING
            .isTrue()
            .and(APPROVAL_STEP.SINCE.isNotNull())
            .and(APPROVAL_STEP.MANNER.isNull());
    Condition which =
        switch (list) {
          case WAITING -> current.and(mine(APPROVAL_STEP, staff));
          case SIGHT ->
              sight(APPROVAL_STEP, staff)
                  .and(APPROVAL_STEP.REVISION.eq(SHEET.REVISION))
                  .and(first(tx, staff));
          case RETURNED, SENT -> current;
        };
    return SHEET
        .leftJoin(APPROVAL_STEP)
        .on(APPROVAL_STEP.TENANT_ID.eq(tx.tenant()))
        .and(APPROVAL_STEP.SHEET_ID.eq(SHEET.SHEET_ID))
        .and(which)
        .join(CHILD_NAME)
        .on(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_NAME.CHILD_ID.eq(SHEET.CHILD_ID))
        .and(CHILD_NAME.KIND.eq("LEGAL"))
        .and(CHILD_NAME.VALID_TO.isNull());
  }

  private static Condition mine(ApprovalStep step, Actor.Staff staff) {
    return or(staff.reading().map(seat -> at(step, seat)).toList());
  }

  private static Condition at(ApprovalStep step, Seat seat) {
    return step.ORGANISATION_ID.eq(seat.organisation()).and(step.POST.eq(seat.post()));
  }

  /** A step that somebody decided in place of one of the reader's posts, of whatever round. */
  private static Condition sight(ApprovalStep step, Actor.Staff staff) {
    return step.MANNER
        .eq("DEPUTY")
        .and(step.SEEN_AT.isNull())
        .and(step.DECIDED_BY.ne(staff.staff().value()))
        .and(mine(step, staff));
  }

  /** The first of them: a sheet stands in the list once. */
  private static Condition first(Tx tx, Actor.Staff staff) {
    ApprovalStep earlier = APPROVAL_STEP.as("earlier");
    return notExists(
        selectOne()
            .from(earlier)
            .where(earlier.TENANT_ID.eq(tx.tenant()))
            .and(earlier.SHEET_ID.eq(APPROVAL_STEP.SHEET_ID))
            .and(earlier.REVISION.eq(APPROVAL_STEP.REVISION))
            .and(sight(earlier, staff))
            .and(
                row(earlier.ROUND, earlier.ORDINAL)
                    .lt(row(APPROVAL_STEP.ROUND, APPROVAL_STEP.ORDINAL))));
  }

  /** The post for which the list of 後閲 shows this sheet. */
  static Optional<String> unseen(Tx tx, Actor.Staff staff, Sheet sheet) {
    return tx.sql()
        .select(APPROVAL_STEP.POST)
        .from(from(tx, staff, ApprovalList.SIGHT))
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.SHEET_ID.eq(sheet.id()))
        .and(belongs(tx, staff, ApprovalList.SIGHT))
        .limit(1)
        .fetchOptional(APPROVAL_STEP.POST);
  }

  private static Condition belongs(Tx tx, Actor.Staff staff, ApprovalList list) {
    return switch (list) {
      case WAITING -> SHEET.STATE.eq("IN_APPROVAL").and(APPROVAL_STEP.POST.isNotNull());
      case SIGHT ->
          APPROVAL_STEP
              .POST
              .isNotNull()
              .and(SHEET.STATE.in("IN_APPROVAL", "WITH_GUARDIAN", "FINAL"));
      case RETURNED -> SHEET.STATE.eq("DRAFT").and(lastStep(tx).eq("RETURNED")).and(own(tx, staff));
      case SENT -> SHEET.STATE.eq("IN_APPROVAL").and(own(tx, staff));
    };
  }

  private static Condition own(Tx tx, Actor.Staff staff) {
    return exists(
        selectOne()
            .from(SHEET_WRITER)
            .where(SHEET_WRITER.TENANT_ID.eq(tx.tenant()))
            .and(SHEET_WRITER.SHEET_ID.eq(SHEET.SHEET_ID))
            .and(SHEET_WRITER.STAFF_ID.eq(staff.staff())));
  }

  private static Condition opened(Tx tx, Actor.Staff staff) {
    return exists(
        selectOne()
            .from(APPROVAL_OPENED)
            .where(APPROVAL_OPENED.TENANT_ID.eq(tx.tenant()))
            .and(APPROVAL_OPENED.SHEET_ID.eq(SHEET.SHEET_ID))
            .and(APPROVAL_OPENED.REVISION.eq(APPROVAL_STEP.REVISION))
            .and(APPROVAL_OPENED.ROUND.eq(APPROVAL_STEP.ROUND))
            .and(APPROVAL_OPENED.ORDINAL.eq(APPROVAL_STEP.ORDINAL))
            .and(APPROVAL_OPENED.STAFF_ID.eq(staff.staff())));
  }

  private static Condition readable(Tx tx) {
    return exists(
        selectOne()
            .from(ITEM)
            .where(Readable.item(tx))
            .and(ITEM.CHILD_ID.eq(SHEET.CHILD_ID))
            .and(ITEM.SHEET_ID.eq(SHEET.SHEET_ID)));
  }

  /** The child's class at the place of the sheet today. */
  private static Field<String> room(Tx tx) {
    return field(
        select(ORGANISATION_CLASS.NAME)
            .from(INVOLVEMENT)
            .join(CLASS_PLACE)
            .on(CLASS_PLACE.TENANT_ID.eq(tx.tenant()))
            .and(CLASS_PLACE.INVOLVEMENT_ID.eq(INVOLVEMENT.INVOLVEMENT_ID))
            .and(CLASS_PLACE.VALID_FROM.le(tx.today()))
            .and(CLASS_PLACE.VALID_TO.isNull().or(CLASS_PLACE.VALID_TO.gt(tx.today())))
            .join(ORGANISATION_CLASS)
            .on(ORGANISATION_CLASS.TENANT_ID.eq(tx.tenant()))
            .and(ORGANISATION_CLASS.CLASS_ID.eq(CLASS_PLACE.CLASS_ID))
            .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
            .and(INVOLVEMENT.CHILD_ID.eq(SHEET.CHILD_ID))
            .and(INVOLVEMENT.ORGANISATION_ID.eq(SHEET.ORGANISATION_ID))
            .limit(1));
  }

  private static List<Field<?>> keys(Tx tx, Asked asked) {
    List<Field<?>> keys = new ArrayList<>();
    if (asked.byName()) {
      keys.addAll(List.of(CHILD_NAME.FAMILY_KANA, CHILD_NAME.GIVEN_KANA));
    } else {
      keys.add(since(tx, asked.list()));
    }
    keys.add(SHEET.SHEET_ID);
    return keys;
  }

  private static List<SortField<?>> order(Tx tx, Asked asked) {
    return keys(tx, asked).stream().<SortField<?>>map(Field::asc).toList();
  }

  /** What comes after a sheet; what it is ordered by is looked up, never carried in an address. */
  private static Condition after(Tx tx, Actor.Staff staff, Asked asked) {
    return asked
        .after()
        .<Condition>map(last ->
            row(keys(tx, asked))
                .gt(
                    select(keys(tx, asked))
                        .from(from(tx, staff, asked.list()))
                        .where(SHEET.TENANT_ID.eq(tx.tenant()))
                        .and(Readable.child(tx, SHEET.CHILD_ID))
                        .and(SHEET.SHEET_ID.eq(inline(last)))
                        .limit(1)))
        .orElse(noCondition());
  }
}
