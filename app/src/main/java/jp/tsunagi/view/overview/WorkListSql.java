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
import static org.jooq.impl.DSL.selectCount;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The lists of a hub: each begins with the children its seat holds (A13). */
final class WorkListSql {
  private static final UUID NO_KEY = new UUID(0, 0);
  private static final String FORM = "support-programme";
  static final Condition SAME_PROGRAMME =
      SHEET.FORM_KEY.eq(FORM).and(SHEET.PROGRAMME_ID.eq(PROGRAMME.PROGRAMME_ID));

  private WorkListSql() {}

  /** The fields in which the lists differ. */
  record Shape(
      Field<UUID> key,
      Field<String> detail,
      Field<LocalDate> since,
      Field<String> inCharge,
      Field<String> inChargeKana,
      Field<UUID> inChargeId,
      Field<String> coming) {}

  private static Shape shape(Tx tx, Seat seat, WorkList list) {
    Field<String> none = inline((String) null, String.class);
    Field<UUID> nobody = inline((UUID) null, UUID.class);
    Field<LocalDate> never = inline((LocalDate) null, LocalDate.class);
    return switch (list) {
      case PARTICIPANTS, UNWRITTEN ->
          new Shape(
              PROGRAMME.PROGRAMME_ID.coerce(UUID.class),
              PROGRAMME.NAME,
              PARTICIPATION.VALID_FROM,
              STAFF.NAME,
              STAFF.KANA,
              STAFF.STAFF_ID.coerce(UUID.class),
              none);
      case CONSENTS ->
          new Shape(
              inline(NO_KEY),
              none,
              CHILD.CREATED_AT.convertFrom(WorkListSql::day),
              none,
              none,
              nobody,
              none);
      case ENTERING ->
          new Shape(
              inline(NO_KEY),
              NextPlaceSql.present(tx),
              never,
              WorkListFacts.inCharge(tx, seat, STAFF.NAME),
              WorkListFacts.inCharge(tx, seat, STAFF.KANA),
              nobody,
              NextPlaceSql.coming(tx, seat));
      case RECEIPTS ->
          new Shape(
              HANDOVER.HANDOVER_ID.coerce(UUID.class),
              Place.name(tx, CHILD.CHILD_ID),
              HANDOVER.OFFERED_AT.convertFrom(WorkListSql::day),
              none,
              none,
              nobody,
              none);
    };
  }

  private static @Nullable LocalDate day(@Nullable OffsetDateTime at) {
    return at == null ? null : Wording.day(at);
  }

  /** A page of a list, one line more than {@code most} when there is another page. */
  static List<WorkListRow> page(Tx tx, Seat seat, WorkList list, Narrowing asked, int most) {
    Shape shape = shape(tx, seat, list);
    var names = HeldSql.names(tx);
    var overrides = HeldSql.overrides(tx);
    Condition which =
        list.ofProgrammes()
            ? SAME_PROGRAMME
            : SHEET.FORM_KEY.eq(FORM).and(SHEET.PROGRAMME_ID.isNull());
    var sheets = HeldSql.sheets(tx, seat, which);
    Field<Boolean> agreed = field(WorkListFacts.agreed(tx, seat));
    Field<Boolean> handed = field(WorkListFacts.handed(tx));
    return tx.sql()
        .with(HeldSql.held(tx, seat))
        .select(CHILD.CHILD_ID, shape.key(), CHILD.BIRTH_DATE, shape.detail(), shape.since())
        .select(shape.inCharge(), shape.inChargeId(), shape.coming())
        .select(names, overrides, sheets, agreed, handed)
        .from(from(tx, seat, list, named(tx, HeldSql.children(tx))))
        .where(where(tx, seat, list, asked))
        .and(OrderSql.after(tx, shape, asked.order(), ever(tx, seat, list), asked.after()))
        .orderBy(OrderSql.by(shape, asked.order()))
        .limit(most + 1)
        .fetch(found ->
            new WorkListRow(
                found.get(CHILD.CHILD_ID),
                found.get(shape.key()),
                found.get(names).getFirst(),
                found.get(CHILD.BIRTH_DATE),
                found.get(overrides),
                java.util.Objects.requireNonNullElse(found.get(shape.detail()), ""),
                found.get(shape.coming()),
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

  /**
   * How many lines there are.
   *
   * @param of each list, as a whole
   * @param narrowed of the list that is looked at, as it is narrowed
   */
  record Counts(Map<WorkList, Integer> of, int narrowed) {
    int count(WorkList list) {
      return of.getOrDefault(list, 0);
    }
  }

  /** How many lines each list has, and the one looked at as it is narrowed, in one statement. */
  static Counts counts(Tx tx, Seat seat, WorkList looked, Narrowing asked) {
    List<Field<Integer>> fields = new ArrayList<>();
    for (WorkList list : WorkList.values()) {
      fields.add(count(tx, seat, list, Narrowing.ALL));
    }
    if (asked.narrows()) {
      fields.add(count(tx, seat, looked, asked));
    }
    Record counted = tx.sql().with(HeldSql.held(tx, seat)).select(fields).fetchSingle();
    Map<WorkList, Integer> counts = new EnumMap<>(WorkList.class);
    for (WorkList list : WorkList.values()) {
      counts.put(list, counted.get(list.ordinal(), Integer.class));
    }
    int last = asked.narrows() ? fields.size() - 1 : looked.ordinal();
    return new Counts(counts, counted.get(last, Integer.class));
  }

  private static Field<Integer> count(Tx tx, Seat seat, WorkList list, Narrowing asked) {
    return field(
        selectCount()
            .from(from(tx, seat, list, HeldSql.children(tx)))
            .where(where(tx, seat, list, asked)));
  }

  /** A programme of the hub that children take part in this year, and who is in charge of some. */
  record Offer(
      ProgrammeId programme, String name, @Nullable StaffId staff, @Nullable String staffName) {}

  /** What one may narrow by: only what would leave something. */
  static List<Offer> offers(Tx tx, Seat seat) {
    return tx.sql()
        .with(HeldSql.held(tx, seat))
        .selectDistinct(
            PROGRAMME.PROGRAMME_ID, PROGRAMME.NAME, STAFF.STAFF_ID, STAFF.NAME, STAFF.KANA)
        .from(from(tx, seat, WorkList.PARTICIPANTS, HeldSql.children(tx)))
        .where(Readable.child(tx))
        .orderBy(PROGRAMME.NAME, PROGRAMME.PROGRAMME_ID, STAFF.KANA, STAFF.STAFF_ID)
        .fetch(row -> new Offer(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  private static Table<?> from(Tx tx, Seat seat, WorkList list, Table<?> children) {
    return switch (list) {
      case PARTICIPANTS, UNWRITTEN -> WorkListFacts.participants(tx, seat, children);
      case RECEIPTS -> WorkListFacts.offered(tx, seat, children);
      case CONSENTS, ENTERING -> children;
    };
  }

  /** The lines that are or were in a list. */
  private static Table<?> ever(Tx tx, Seat seat, WorkList list) {
    Table<?> children = named(tx, CHILD);
    return switch (list) {
      case PARTICIPANTS, UNWRITTEN -> WorkListFacts.years(tx, seat, children, noCondition());
      case RECEIPTS ->
          children
              .join(HANDOVER)
              .on(HANDOVER.TENANT_ID.eq(tx.tenant()))
              .and(HANDOVER.CHILD_ID.eq(CHILD.CHILD_ID))
              .join(ORGANISATION)
              .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
              .and(ORGANISATION.ORGANISATION_ID.eq(HANDOVER.RECEIVER_ID));
      case CONSENTS, ENTERING -> children;
    };
  }

  private static Table<?> named(Tx tx, Table<?> children) {
    return children
        .join(CHILD_NAME)
        .on(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_NAME.CHILD_ID.eq(CHILD.CHILD_ID))
        .and(CHILD_NAME.KIND.eq("LEGAL"))
        .and(CHILD_NAME.VALID_TO.isNull());
  }

  private static Condition where(Tx tx, Seat seat, WorkList list, Narrowing asked) {
    Condition what =
        switch (list) {
          case PARTICIPANTS, RECEIPTS -> noCondition();
          case UNWRITTEN -> WorkListFacts.notFinal(tx, seat, SAME_PROGRAMME);
          case CONSENTS -> CHILD.STANDING.eq("OWN").and(CHILD.OWNER_ID.eq(seat.organisation()));
          case ENTERING ->
              NarrowedSql.born(Narrowing.births(0, 0, tx.today()))
                  .or(NarrowedSql.born(Narrowing.births(6, 6, tx.today())));
        };
    return Readable.child(tx).and(what).and(NarrowedSql.of(tx, seat, list, asked));
  }
}
