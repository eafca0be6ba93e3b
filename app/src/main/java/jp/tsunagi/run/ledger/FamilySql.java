package jp.tsunagi.run.ledger;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.LEDGER_FAMILY;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.STAFF;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;

/**
 * Keeps the families of a ledger that are still to be asked, and knows the organisation's staff.
 */
final class FamilySql {
  private FamilySql() {}

  /** A family to ask. */
  record Family(
      UUID id,
      String child,
      String kana,
      LocalDate birth,
      String guardian,
      Optional<String> phone,
      String programmes) {}

  /** Adds it; the same family of an earlier ledger stays as it is. */
  static void add(Tx tx, OrganisationId organisation, Taken row) {
    tx.sql()
        .insertInto(LEDGER_FAMILY)
        .set(LEDGER_FAMILY.TENANT_ID, tx.tenant())
        .set(LEDGER_FAMILY.FAMILY_ID, Id.fresh())
        .set(LEDGER_FAMILY.ORGANISATION_ID, organisation)
        .set(LEDGER_FAMILY.CHILD_NAME, row.name().written())
        .set(LEDGER_FAMILY.CHILD_KANA, row.name().kana())
        .set(LEDGER_FAMILY.BIRTH_DATE, row.birth())
        .set(LEDGER_FAMILY.GUARDIAN_NAME, row.guardian().name())
        .set(LEDGER_FAMILY.PHONE, row.guardian().phone().orElse(null))
        .set(LEDGER_FAMILY.PROGRAMMES, String.join(" ", row.programmes()))
        .set(LEDGER_FAMILY.TAKEN_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(LEDGER_FAMILY.TAKEN_BY, Actor.of(tx).id().orElse(null))
        .onConflictDoNothing()
        .execute();
  }

  /** Those not yet answered, by reading. */
  static List<Family> open(Tx tx, List<OrganisationId> organisations) {
    return tx.sql()
        .selectFrom(LEDGER_FAMILY)
        .where(LEDGER_FAMILY.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_FAMILY.ORGANISATION_ID.in(organisations))
        .and(LEDGER_FAMILY.ANSWERED_AT.isNull())
        .orderBy(LEDGER_FAMILY.CHILD_KANA, LEDGER_FAMILY.FAMILY_ID)
        .fetch(row ->
            new Family(
                row.getFamilyId(),
                row.getChildName(),
                row.getChildKana(),
                row.getBirthDate(),
                row.getGuardianName(),
                Optional.ofNullable(row.getPhone()),
                row.getProgrammes()));
  }

  /** The family has answered; whether it was there. */
  static boolean answered(Tx tx, List<OrganisationId> organisations, UUID family) {
    return tx.sql()
            .update(LEDGER_FAMILY)
            .set(LEDGER_FAMILY.ANSWERED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .set(LEDGER_FAMILY.ANSWERED_BY, Actor.of(tx).id().orElse(null))
            .where(LEDGER_FAMILY.TENANT_ID.eq(tx.tenant()))
            .and(LEDGER_FAMILY.ORGANISATION_ID.in(organisations))
            .and(LEDGER_FAMILY.FAMILY_ID.eq(family))
            .and(LEDGER_FAMILY.ANSWERED_AT.isNull())
            .execute()
        > 0;
  }

  /** The organisation's staff of today by name, blanks left out. */
  static Map<String, StaffId> staff(Tx tx, OrganisationId organisation) {
    Map<String, StaffId> staff = new HashMap<>();
    tx.sql()
        .selectDistinct(STAFF.NAME, STAFF.STAFF_ID)
        .from(STAFF)
        .join(ASSIGNMENT)
        .on(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.STAFF_ID.eq(STAFF.STAFF_ID))
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .where(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(POST.ORGANISATION_ID.eq(organisation))
        .and(ASSIGNMENT.VALID_FROM.le(tx.today()))
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
        .forEach(row -> staff.put(plain(row.value1()), row.value2()));
    return staff;
  }

  static String plain(String name) {
    return name.replaceAll("[\\s\\u3000]+", "");
  }
}
