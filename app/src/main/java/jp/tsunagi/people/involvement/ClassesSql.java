package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.CLASS_PLACE;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION_CLASS;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.Involvements.Involvement;
import jp.tsunagi.schema.tables.records.InvolvementRecord;
import org.jooq.Condition;

/** Reads who is enrolled at an organisation on a day, and in which class of a fiscal year. */
final class ClassesSql {
  private ClassesSql() {}

  /** An enrolled child; no class while it has none in that year. */
  record Row(Involvement enrolment, Optional<ClassId> schoolClass, Optional<Integer> number) {}

  static List<Row> rows(Tx tx, OrganisationId at, int fiscalYear, LocalDate day) {
    return tx.sql()
        .select(INVOLVEMENT, CLASS_PLACE.CLASS_ID, CLASS_PLACE.NUMBER)
        .from(INVOLVEMENT)
        .leftJoin(CLASS_PLACE)
        .on(CLASS_PLACE.TENANT_ID.eq(tx.tenant()))
        .and(CLASS_PLACE.INVOLVEMENT_ID.eq(INVOLVEMENT.INVOLVEMENT_ID))
        .and(CLASS_PLACE.VALID_FROM.le(day))
        .and(CLASS_PLACE.VALID_TO.isNull().or(CLASS_PLACE.VALID_TO.gt(day)))
        .and(ofYear(tx, fiscalYear))
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.ORGANISATION_ID.eq(at))
        .and(INVOLVEMENT.KIND.eq(InvolvementKind.ENROLMENT.name()))
        .and(INVOLVEMENT.VALID_FROM.le(day))
        .and(INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.gt(day)))
        .and(Readable.child(tx, INVOLVEMENT.CHILD_ID))
        .fetch(row ->
            new Row(
                involvement(row.value1()),
                Optional.ofNullable(row.value2()),
                Optional.ofNullable(row.value3())));
  }

  /** A place goes on until another one: that of an earlier year is no place of this one. */
  private static Condition ofYear(Tx tx, int fiscalYear) {
    return exists(
        selectOne()
            .from(ORGANISATION_CLASS)
            .where(ORGANISATION_CLASS.TENANT_ID.eq(tx.tenant()))
            .and(ORGANISATION_CLASS.CLASS_ID.eq(CLASS_PLACE.CLASS_ID))
            .and(ORGANISATION_CLASS.FISCAL_YEAR.eq(fiscalYear)));
  }

  private static Involvement involvement(InvolvementRecord row) {
    return new Involvement(
        row.getInvolvementId(),
        row.getChildId(),
        row.getOrganisationId(),
        InvolvementKind.valueOf(row.getKind()),
        new Period(row.getValidFrom(), row.getValidTo()));
  }
}
