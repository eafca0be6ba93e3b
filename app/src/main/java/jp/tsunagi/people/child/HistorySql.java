package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD_ADDRESS;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.CHILD_REGISTRATION;
import static jp.tsunagi.schema.Tables.GRADE_OVERRIDE;
import static jp.tsunagi.schema.Tables.GUARDIAN_AUTHORITY;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.PersonName;
import org.jspecify.annotations.Nullable;

/** Reads what was so when: names, addresses, grades, authority; the latest first. */
final class HistorySql {
  private HistorySql() {}

  /** A name and when it was borne. */
  record Named(Children.NameKind kind, PersonName name, Period period) {}

  static List<Named> names(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(CHILD_NAME)
        .where(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_NAME.CHILD_ID.eq(child))
        .and(Readable.child(tx, CHILD_NAME.CHILD_ID))
        .orderBy(CHILD_NAME.VALID_FROM.desc(), CHILD_NAME.KIND.desc())
        .fetch(row ->
            new Named(
                Children.NameKind.valueOf(row.getKind()),
                ChildKeys.name(row),
                new Period(row.getValidFrom(), row.getValidTo())));
  }

  /** An address and when it was that. */
  record Lived(UUID id, Optional<String> postalCode, String address, Period period) {}

  static List<Lived> addresses(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(CHILD_ADDRESS)
        .where(CHILD_ADDRESS.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_ADDRESS.CHILD_ID.eq(child))
        .and(Readable.child(tx, CHILD_ADDRESS.CHILD_ID))
        .orderBy(CHILD_ADDRESS.VALID_FROM.desc(), CHILD_ADDRESS.ADDRESS_ID)
        .fetch(row ->
            new Lived(
                row.getAddressId(),
                Optional.ofNullable(row.getPostalCode()),
                row.getAddress(),
                new Period(row.getValidFrom(), row.getValidTo())));
  }

  /** Why and since when a child is on record (A2). */
  record Registered(Reason reason, LocalDate since) {}

  static List<Registered> registrations(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(CHILD_REGISTRATION)
        .where(CHILD_REGISTRATION.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_REGISTRATION.CHILD_ID.eq(child))
        .and(Readable.child(tx, CHILD_REGISTRATION.CHILD_ID))
        .orderBy(CHILD_REGISTRATION.SINCE, CHILD_REGISTRATION.REASON)
        .fetch(row -> new Registered(Reason.valueOf(row.getReason()), row.getSince()));
  }

  /** A grade decided otherwise than by birth date. */
  record Graded(int fiscalYear, int level, GradeReason reason) {}

  static List<Graded> grades(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(GRADE_OVERRIDE)
        .where(GRADE_OVERRIDE.TENANT_ID.eq(tx.tenant()))
        .and(GRADE_OVERRIDE.CHILD_ID.eq(child))
        .and(Readable.child(tx, GRADE_OVERRIDE.CHILD_ID))
        .orderBy(GRADE_OVERRIDE.FISCAL_YEAR.desc())
        .fetch(row ->
            new Graded(row.getFiscalYear(), row.getGrade(), GradeReason.read(row.getReason())));
  }

  /** What was shown when authority was put on record. */
  record Shown(
      GuardianId guardian,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String evidence,
      LocalDate on) {}

  static List<Shown> authority(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(GUARDIAN_AUTHORITY)
        .where(GUARDIAN_AUTHORITY.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIAN_AUTHORITY.CHILD_ID.eq(child))
        .and(Readable.child(tx, GUARDIAN_AUTHORITY.CHILD_ID))
        .orderBy(GUARDIAN_AUTHORITY.RECORDED_AT.desc())
        .fetch(row ->
            new Shown(
                row.getGuardianId(),
                row.getValidFrom(),
                row.getValidTo(),
                row.getEvidence(),
                row.getRecordedAt()
                    .atZoneSameInstant(jp.tsunagi.base.database.ActingClock.JAPAN)
                    .toLocalDate()));
  }
}
