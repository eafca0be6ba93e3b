package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.CLASS_PLACE;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.PARTICIPATION;
import static jp.tsunagi.schema.Tables.PROGRAMME;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.STAFF;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What is known of a yearly sheet when it is begun: its programme, and who is in charge. */
final class StartSql {
  private StartSql() {}

  /** What the programme is called beside the child; empty where its place has no name there. */
  static String name(Tx tx, ChildId child, ProgrammeId programme) {
    Field<String> name = Place.known(tx, DSL.val(child, SHEET.CHILD_ID), PROGRAMME.NAME);
    return tx.sql()
        .select(name)
        .from(PROGRAMME)
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(PROGRAMME.ORGANISATION_ID))
        .where(PROGRAMME.TENANT_ID.eq(tx.tenant()))
        .and(PROGRAMME.PROGRAMME_ID.eq(programme))
        .fetchOptional(name)
        .orElse("");
  }

  /** 担当 of the child in the programme and year. */
  static Optional<String> inCharge(Tx tx, Sheet sheet, ProgrammeId programme) {
    return tx.sql()
        .select(STAFF.NAME)
        .from(PARTICIPATION)
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(PARTICIPATION.STAFF_ID))
        .where(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
        .and(PARTICIPATION.PROGRAMME_ID.eq(programme))
        .and(PARTICIPATION.CHILD_ID.eq(sheet.child()))
        .and(PARTICIPATION.FISCAL_YEAR.eq(sheet.fiscalYear()))
        .and(Readable.child(tx, PARTICIPATION.CHILD_ID))
        .fetchOptional(STAFF.NAME);
  }

  /** 担任 of the child's class at the organisation today. */
  static List<String> teachers(Tx tx, Sheet sheet, OrganisationId at) {
    return tx.sql()
        .selectDistinct(STAFF.NAME)
        .from(INVOLVEMENT)
        .join(CLASS_PLACE)
        .on(CLASS_PLACE.TENANT_ID.eq(tx.tenant()))
        .and(CLASS_PLACE.INVOLVEMENT_ID.eq(INVOLVEMENT.INVOLVEMENT_ID))
        .and(CLASS_PLACE.VALID_FROM.le(tx.today()))
        .and(CLASS_PLACE.VALID_TO.isNull().or(CLASS_PLACE.VALID_TO.gt(tx.today())))
        .join(ASSIGNMENT)
        .on(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.CLASS_ID.eq(CLASS_PLACE.CLASS_ID))
        .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(ASSIGNMENT.STAFF_ID))
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.CHILD_ID.eq(sheet.child()))
        .and(INVOLVEMENT.ORGANISATION_ID.eq(at))
        .and(Readable.child(tx, INVOLVEMENT.CHILD_ID))
        .orderBy(STAFF.NAME)
        .fetch(STAFF.NAME);
  }

  static Optional<String> name(Tx tx, StaffId staff) {
    return tx.sql()
        .select(STAFF.NAME)
        .from(STAFF)
        .where(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(staff))
        .fetchOptional(STAFF.NAME);
  }
}
