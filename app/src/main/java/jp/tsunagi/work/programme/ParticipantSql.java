package jp.tsunagi.work.programme;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.PARTICIPATION;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.STAFF;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.work.programme.Programmes.Programme;
import org.jooq.Condition;
import org.jooq.Record;

/** Participants and those who may become one, within the reader's reach. */
final class ParticipantSql {
  static final String FORM = "support-programme";

  private ParticipantSql() {}

  /** The participants of a fiscal year by their reading. */
  static List<Participant> of(Tx tx, Programme programme, FiscalYear year) {
    return tx.sql()
        .select(PARTICIPATION.CHILD_ID, PARTICIPATION.VALID_FROM, PARTICIPATION.VALID_TO)
        .select(CHILD.BIRTH_DATE, STAFF.NAME, SHEET.SHEET_ID, SHEET.STATE)
        .select(PARTICIPATION.STAFF_ID)
        .select(CHILD_NAME.FAMILY, CHILD_NAME.FAMILY_KANA, CHILD_NAME.GIVEN, CHILD_NAME.GIVEN_KANA)
        .from(PARTICIPATION)
        .join(CHILD)
        .on(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(PARTICIPATION.CHILD_ID))
        .join(CHILD_NAME)
        .on(named(tx))
        .leftJoin(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(PARTICIPATION.STAFF_ID))
        .leftJoin(SHEET)
        .on(sheet(tx, programme, year))
        .where(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
        .and(PARTICIPATION.PROGRAMME_ID.eq(programme.id()))
        .and(PARTICIPATION.FISCAL_YEAR.eq(year.year()))
        .and(Readable.child(tx, PARTICIPATION.CHILD_ID))
        .orderBy(CHILD_NAME.FAMILY_KANA, CHILD_NAME.GIVEN_KANA, PARTICIPATION.CHILD_ID)
        .fetch(ParticipantSql::participant);
  }

  private static Condition named(Tx tx) {
    return CHILD_NAME
        .TENANT_ID
        .eq(tx.tenant())
        .and(CHILD_NAME.CHILD_ID.eq(CHILD.CHILD_ID))
        .and(CHILD_NAME.KIND.eq("LEGAL"))
        .and(CHILD_NAME.VALID_TO.isNull());
  }

  private static Condition sheet(Tx tx, Programme programme, FiscalYear year) {
    return SHEET
        .TENANT_ID
        .eq(tx.tenant())
        .and(SHEET.CHILD_ID.eq(PARTICIPATION.CHILD_ID))
        .and(SHEET.FORM_KEY.eq(FORM))
        .and(SHEET.PROGRAMME_ID.eq(programme.id()))
        .and(SHEET.FISCAL_YEAR.eq(year.year()))
        .and(SHEET.STATE.ne("DISCARDED"));
  }

  private static Participant participant(Record row) {
    return new Participant(
        row.get(PARTICIPATION.CHILD_ID),
        new NamePart(row.get(CHILD_NAME.FAMILY), row.get(CHILD_NAME.FAMILY_KANA)),
        new NamePart(row.get(CHILD_NAME.GIVEN), row.get(CHILD_NAME.GIVEN_KANA)),
        row.get(CHILD.BIRTH_DATE),
        row.get(PARTICIPATION.VALID_FROM),
        row.get(PARTICIPATION.VALID_TO),
        Optional.ofNullable(row.get(PARTICIPATION.STAFF_ID)),
        Optional.ofNullable(row.get(STAFF.NAME)),
        Optional.ofNullable(row.get(SHEET.SHEET_ID)),
        Optional.ofNullable(row.get(SHEET.STATE)));
  }

  /** Of these, who is in the running reach of the seat and does not take part in that year yet. */
  static List<ChildId> candidates(
      Tx tx, Programme programme, FiscalYear year, Seat seat, Collection<ChildId> children) {
    return tx.sql()
        .select(CHILD.CHILD_ID)
        .from(CHILD)
        .where(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.in(children))
        .and(Readable.running(tx, CHILD.CHILD_ID, List.of(seat.assignment())))
        .and(
            notExists(
                selectOne()
                    .from(PARTICIPATION)
                    .where(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
                    .and(PARTICIPATION.PROGRAMME_ID.eq(programme.id()))
                    .and(PARTICIPATION.FISCAL_YEAR.eq(year.year()))
                    .and(PARTICIPATION.CHILD_ID.eq(CHILD.CHILD_ID))))
        .fetch(CHILD.CHILD_ID);
  }

  /** Somebody who may be in charge. */
  record Worker(StaffId id, String name) {}

  /** Who works at the organisation today, by reading. */
  static List<Worker> workers(Tx tx, OrganisationId organisation) {
    return tx.sql()
        .selectDistinct(STAFF.STAFF_ID, STAFF.NAME, STAFF.KANA)
        .from(ASSIGNMENT)
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(ASSIGNMENT.STAFF_ID))
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(POST.ORGANISATION_ID.eq(organisation))
        .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
        .orderBy(STAFF.KANA, STAFF.STAFF_ID)
        .fetch(row -> new Worker(row.value1(), row.value2()));
  }

  /** How many of the participants in reach nobody has begun to write about. */
  static Map<ProgrammeId, Integer> unwritten(Tx tx, List<Programme> programmes, FiscalYear year) {
    return tx
        .sql()
        .select(PARTICIPATION.PROGRAMME_ID, count())
        .from(PARTICIPATION)
        .where(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
        .and(PARTICIPATION.PROGRAMME_ID.in(programmes.stream().map(Programme::id).toList()))
        .and(PARTICIPATION.FISCAL_YEAR.eq(year.year()))
        .and(Readable.child(tx, PARTICIPATION.CHILD_ID))
        .and(
            notExists(
                selectOne()
                    .from(SHEET)
                    .where(SHEET.TENANT_ID.eq(tx.tenant()))
                    .and(SHEET.CHILD_ID.eq(PARTICIPATION.CHILD_ID))
                    .and(SHEET.FORM_KEY.eq(FORM))
                    .and(SHEET.PROGRAMME_ID.eq(PARTICIPATION.PROGRAMME_ID))
                    .and(SHEET.FISCAL_YEAR.eq(year.year()))
                    .and(SHEET.STATE.ne("DISCARDED"))))
        .groupBy(PARTICIPATION.PROGRAMME_ID)
        .fetch()
        .stream()
        .collect(Collectors.toMap(row -> row.value1(), row -> row.value2()));
  }

  /** How many children took part in each programme in that year, of those in reach. */
  static Map<ProgrammeId, Integer> counts(Tx tx, List<Programme> programmes, FiscalYear year) {
    return tx
        .sql()
        .select(PARTICIPATION.PROGRAMME_ID, count())
        .from(PARTICIPATION)
        .where(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
        .and(PARTICIPATION.PROGRAMME_ID.in(programmes.stream().map(Programme::id).toList()))
        .and(PARTICIPATION.FISCAL_YEAR.eq(year.year()))
        .and(Readable.child(tx, PARTICIPATION.CHILD_ID))
        .groupBy(PARTICIPATION.PROGRAMME_ID)
        .fetch()
        .stream()
        .collect(Collectors.toMap(row -> row.value1(), row -> row.value2()));
  }
}
