package jp.tsunagi.view.overview;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CLASS_PLACE;
import static jp.tsunagi.schema.Tables.HANDOVER;
import static jp.tsunagi.schema.Tables.HANDOVER_RECEIPT;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.ORGANISATION_CLASS;
import static jp.tsunagi.schema.Tables.SHEET;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.HandoverId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.view.overview.CaseRow.Handed;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** The children of one seat, from its reach on: never from the table of children. */
final class CaseSql {
  /** Yearly 支援内容 of a 園 or a school. */
  private static final List<String> FORMS = List.of("support-nursery", "support-school");

  private CaseSql() {}

  /** A child's place in a class of the seat's organisation. */
  private record InClass(ClassId id, String name, @Nullable Integer number) {}

  static List<CaseRow> of(Tx tx, Seat seat) {
    var names = HeldSql.names(tx);
    var overrides = HeldSql.overrides(tx);
    var places = places(tx, seat);
    var sheets = HeldSql.sheets(tx, seat, SHEET.FORM_KEY.in(FORMS));
    var handed = handed(tx, seat);
    var care = field(Compartments.hiding(tx, CHILD.CHILD_ID)).as("care");
    return tx.sql()
        .with(HeldSql.held(tx, seat))
        .select(CHILD.CHILD_ID, CHILD.BIRTH_DATE, CHILD.INTERPRETER, ORGANISATION.KIND)
        .select(names, overrides, places, sheets, handed, care)
        .from(HeldSql.children(tx))
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(seat.organisation()))
        .where(Readable.child(tx))
        .and(isThere(tx, seat))
        .fetch(row -> {
          Optional<InClass> place = row.get(places).stream().findFirst();
          return new CaseRow(
              row.get(CHILD.CHILD_ID),
              OrganisationKind.valueOf(row.get(ORGANISATION.KIND)),
              row.get(names).getFirst(),
              row.get(CHILD.BIRTH_DATE),
              row.get(overrides),
              row.get(CHILD.INTERPRETER),
              place.map(InClass::id).orElse(null),
              place.map(InClass::name).orElse(""),
              place.map(InClass::number).orElse(null),
              Plan.of(row.get(sheets).stream().findFirst()),
              row.get(handed).stream().findFirst(),
              row.get(care) ? List.of(Attention.CARE) : List.of());
        });
  }

  /** Who only enters later is no child of this year; 引継ぎ shows whom one prepares for. */
  private static Condition isThere(Tx tx, Seat seat) {
    return exists(
        selectOne()
            .from(INVOLVEMENT)
            .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
            .and(INVOLVEMENT.CHILD_ID.eq(CHILD.CHILD_ID))
            .and(INVOLVEMENT.ORGANISATION_ID.eq(seat.organisation()))
            .and(INVOLVEMENT.KIND.ne("PREPARING"))
            .and(INVOLVEMENT.VALID_FROM.le(tx.today()))
            .and(INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.gt(tx.today()))));
  }

  /** The statement, for a look at its plan. */
  static Select<?> held(Tx tx, Seat seat) {
    return tx.sql()
        .with(HeldSql.held(tx, seat))
        .select(CHILD.CHILD_ID, HeldSql.names(tx))
        .from(HeldSql.children(tx))
        .where(Readable.child(tx));
  }

  private static Field<List<InClass>> places(Tx tx, Seat seat) {
    return multiset(
            select(ORGANISATION_CLASS.CLASS_ID, ORGANISATION_CLASS.NAME, CLASS_PLACE.NUMBER)
                .from(INVOLVEMENT)
                .join(CLASS_PLACE)
                .on(CLASS_PLACE.TENANT_ID.eq(tx.tenant()))
                .and(CLASS_PLACE.INVOLVEMENT_ID.eq(INVOLVEMENT.INVOLVEMENT_ID))
                .join(ORGANISATION_CLASS)
                .on(ORGANISATION_CLASS.TENANT_ID.eq(tx.tenant()))
                .and(ORGANISATION_CLASS.CLASS_ID.eq(CLASS_PLACE.CLASS_ID))
                .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
                .and(INVOLVEMENT.CHILD_ID.eq(CHILD.CHILD_ID))
                .and(INVOLVEMENT.ORGANISATION_ID.eq(seat.organisation()))
                .and(CLASS_PLACE.VALID_FROM.le(tx.today()))
                .and(CLASS_PLACE.VALID_TO.isNull().or(CLASS_PLACE.VALID_TO.gt(tx.today())))
                .orderBy(CLASS_PLACE.VALID_FROM.desc()))
        .convertFrom(rows -> rows.map(mapping(InClass::new)));
  }

  private static Field<List<Handed>> handed(Tx tx, Seat seat) {
    return multiset(
            select(HANDOVER.HANDOVER_ID, HANDOVER.OFFERED_AT, HANDOVER_RECEIPT.AT)
                .from(HANDOVER)
                .leftJoin(HANDOVER_RECEIPT)
                .on(HANDOVER_RECEIPT.TENANT_ID.eq(tx.tenant()))
                .and(HANDOVER_RECEIPT.HANDOVER_ID.eq(HANDOVER.HANDOVER_ID))
                .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
                .and(HANDOVER.CHILD_ID.eq(CHILD.CHILD_ID))
                .and(HANDOVER.RECEIVER_ID.eq(seat.organisation()))
                .and(HANDOVER_RECEIPT.AT.isNotNull().or(WorkListFacts.handoverHolds(tx)))
                .orderBy(HANDOVER.OFFERED_AT.desc()))
        .convertFrom(rows -> rows.map(mapping(CaseSql::received)));
  }

  private static Handed received(
      HandoverId id, OffsetDateTime offered, @Nullable OffsetDateTime received) {
    return new Handed(id, Wording.day(offered), received == null ? null : Wording.day(received));
  }
}
