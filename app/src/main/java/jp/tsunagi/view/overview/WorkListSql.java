package jp.tsunagi.view.overview;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.HANDOVER;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.PARTICIPATION;
import static jp.tsunagi.schema.Tables.PROGRAMME;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.STAFF;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The lists of a hub: each begins with the children its seat holds (A13). */
final class WorkListSql {
  private static final UUID NO_KEY = new UUID(0, 0);
  private static final String FORM = "support-programme";
  private static final Condition SAME_PROGRAMME =
      SHEET.FORM_KEY.eq(FORM).and(SHEET.PROGRAMME_ID.eq(PROGRAMME.PROGRAMME_ID));

  private WorkListSql() {}

  /** The fields in which the lists differ. */
  private record Shape(
      Field<UUID> key,
      Field<String> detail,
      Field<LocalDate> since,
      Field<String> inCharge,
      Field<UUID> inChargeId) {}

  private static Shape shape(WorkList list) {
    Field<String> none = inline((String) null, String.class);
    Field<UUID> nobody = inline((UUID) null, UUID.class);
    return switch (list) {
      case PARTICIPANTS, UNWRITTEN ->
          new Shape(
              PROGRAMME.PROGRAMME_ID.coerce(UUID.class),
              PROGRAMME.NAME,
              PARTICIPATION.VALID_FROM,
              STAFF.NAME,
              STAFF.STAFF_ID.coerce(UUID.class));
      case CONSENTS ->
          new Shape(
              inline(NO_KEY), none, CHILD.CREATED_AT.convertFrom(WorkListSql::day), none, nobody);
      case ENTERING ->
          new Shape(inline(NO_KEY), none, inline((LocalDate) null, LocalDate.class), none, nobody);
      case RECEIPTS ->
          new Shape(
              HANDOVER.HANDOVER_ID.coerce(UUID.class),
              ORGANISATION.NAME,
              HANDOVER.OFFERED_AT.convertFrom(WorkListSql::day),
              none,
              nobody);
    };
  }

  private static @Nullable LocalDate day(@Nullable OffsetDateTime at) {
    return at == null ? null : Wording.day(at);
  }

  /** A page of a list by reading, one line more than {@code most} when there is another page. */
  static List<WorkListRow> page(Tx tx, Seat seat, WorkList list, Narrowing asked, int most) {
    Shape shape = shape(list);
    var names = HeldSql.names(tx);
    var overrides = HeldSql.overrides(tx);
    Condition which =
        list == WorkList.PARTICIPANTS || list == WorkList.UNWRITTEN
            ? SAME_PROGRAMME
            : SHEET.FORM_KEY.eq(FORM).and(SHEET.PROGRAMME_ID.isNull());
    var sheets = HeldSql.sheets(tx, seat, which);
    Field<Boolean> agreed = field(WorkListFacts.agreed(tx, seat));
    Field<Boolean> handed = field(WorkListFacts.handed(tx));
    return tx.sql()
        .select(CHILD.CHILD_ID, shape.key(), CHILD.BIRTH_DATE, shape.detail(), shape.since())
        .select(shape.inCharge(), shape.inChargeId(), names, overrides, sheets, agreed, handed)
        .from(from(tx, seat, list))
        .where(where(tx, seat, list, asked))
        .and(after(tx, shape, asked.after()))
        .orderBy(CHILD_NAME.FAMILY_KANA, CHILD_NAME.GIVEN_KANA, CHILD.CHILD_ID, shape.key())
        .limit(most + 1)
        .fetch(found ->
            new WorkListRow(
                found.get(CHILD.CHILD_ID),
                found.get(shape.key()),
                found.get(names).getFirst(),
                found.get(CHILD.BIRTH_DATE),
                found.get(overrides),
                java.util.Objects.requireNonNullElse(found.get(shape.detail()), ""),
                found.get(shape.since()),
                found.get(shape.inCharge()),
                mine(tx, found.get(shape.inChargeId())),
                Plan.of(found.get(sheets).stream().findFirst()),
                found.get(agreed),
                found.get(handed)));
  }

  private static boolean mine(Tx tx, @Nullable UUID inCharge) {
    return tx.scope().id().filter(me -> me.equals(inCharge)).isPresent();
  }

  /** How many lines each list has, in one statement. */
  static Map<WorkList, Integer> counts(Tx tx, Seat seat) {
    List<Field<Integer>> fields = new ArrayList<>();
    for (WorkList list : WorkList.values()) {
      fields.add(
          field(
              selectCount()
                  .from(from(tx, seat, list))
                  .where(where(tx, seat, list, Narrowing.ALL))));
    }
    Record counted = tx.sql().select(fields).fetchSingle();
    Map<WorkList, Integer> counts = new EnumMap<>(WorkList.class);
    for (WorkList list : WorkList.values()) {
      counts.put(list, counted.get(fields.get(list.ordinal())));
    }
    return counts;
  }

  private static Table<?> from(Tx tx, Seat seat, WorkList list) {
    var held = HeldSql.by(tx, seat);
    Table<?> children =
        held.join(CHILD)
            .on(HeldSql.child(tx, held))
            .join(CHILD_NAME)
            .on(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
            .and(CHILD_NAME.CHILD_ID.eq(CHILD.CHILD_ID))
            .and(CHILD_NAME.KIND.eq("LEGAL"))
            .and(CHILD_NAME.VALID_TO.isNull());
    return switch (list) {
      case PARTICIPANTS, UNWRITTEN -> WorkListFacts.participants(tx, seat, children);
      case RECEIPTS -> WorkListFacts.offered(tx, seat, children);
      case CONSENTS, ENTERING -> children;
    };
  }

  private static Condition where(Tx tx, Seat seat, WorkList list, Narrowing asked) {
    Condition what =
        switch (list) {
          case PARTICIPANTS, RECEIPTS -> noCondition();
          case UNWRITTEN -> WorkListFacts.notFinal(tx, seat, SAME_PROGRAMME);
          case CONSENTS -> CHILD.STANDING.eq("OWN").and(CHILD.OWNER_ID.eq(seat.organisation()));
          case ENTERING ->
              born(Narrowing.births(0, 0, tx.today())).or(born(Narrowing.births(6, 6, tx.today())));
        };
    return Readable.child(tx).and(what).and(narrowed(tx, list, asked));
  }

  private static Condition narrowed(Tx tx, WorkList list, Narrowing asked) {
    Narrowing.Age age = asked.age();
    Condition condition = age == null ? noCondition() : born(age.births(tx.today()));
    var programme = asked.programme();
    boolean ofProgramme = list == WorkList.PARTICIPANTS || list == WorkList.UNWRITTEN;
    return programme == null || !ofProgramme
        ? condition
        : condition.and(PROGRAMME.PROGRAMME_ID.eq(programme));
  }

  private static Condition born(Period births) {
    Condition from = CHILD.BIRTH_DATE.ge(births.from());
    LocalDate to = births.to();
    return to == null ? from : from.and(CHILD.BIRTH_DATE.lt(to));
  }

  /** What comes after a line: its name is looked up, never carried in an address. */
  private static Condition after(Tx tx, Shape shape, Narrowing.@Nullable Cursor cursor) {
    if (cursor == null) {
      return noCondition();
    }
    var there = CHILD_NAME.as("there");
    Condition which =
        there
            .TENANT_ID
            .eq(tx.tenant())
            .and(there.CHILD_ID.eq(cursor.child()))
            .and(Readable.child(tx, there.CHILD_ID))
            .and(there.KIND.eq("LEGAL"))
            .and(there.VALID_TO.isNull());
    return row(CHILD_NAME.FAMILY_KANA, CHILD_NAME.GIVEN_KANA, CHILD.CHILD_ID, shape.key())
        .gt(
            row(
                field(select(there.FAMILY_KANA).from(there).where(which)),
                field(select(there.GIVEN_KANA).from(there).where(which)),
                val(cursor.child(), CHILD.CHILD_ID),
                val(cursor.key())));
  }
}
