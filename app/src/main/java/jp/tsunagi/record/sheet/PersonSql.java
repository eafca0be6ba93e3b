package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.GUARDIAN;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static jp.tsunagi.schema.Tables.SHEET_PART;
import static jp.tsunagi.schema.Tables.STAFF;

import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.sheet.PartSql.Given;

/** Who wrote, said or typed something, by name. */
final class PersonSql {
  private PersonSql() {}

  /** The name of a writer; empty when it is not to be seen. */
  static String name(Tx tx, PartSql.Writer writer) {
    return switch (writer.kind()) {
      case "STAFF" -> staff(tx, writer.id()).orElse("");
      case "GUARDIAN" -> guardian(tx, writer.id()).orElse("");
      default -> "";
    };
  }

  static Optional<String> staff(Tx tx, UUID id) {
    return tx.sql()
        .select(STAFF.NAME)
        .from(STAFF)
        .where(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(new StaffId(id)))
        .fetchOptional(STAFF.NAME);
  }

  static Optional<String> guardian(Tx tx, UUID id) {
    return tx.sql()
        .select(GUARDIAN.NAME)
        .from(GUARDIAN)
        .where(GUARDIAN.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIAN.GUARDIAN_ID.eq(new GuardianId(id)))
        .fetchOptional(GUARDIAN.NAME);
  }

  /** 青空 みなみ（母）: the guardian's name with the relation to the child. */
  static Optional<String> related(Tx tx, ChildId child, UUID id) {
    return tx.sql()
        .select(GUARDIAN.NAME, GUARDIANSHIP.RELATION)
        .from(GUARDIAN)
        .leftJoin(GUARDIANSHIP)
        .on(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIANSHIP.CHILD_ID.eq(child))
        .and(GUARDIANSHIP.GUARDIAN_ID.eq(GUARDIAN.GUARDIAN_ID))
        .where(GUARDIAN.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIAN.GUARDIAN_ID.eq(new GuardianId(id)))
        .limit(1)
        .fetchOptional(row ->
            row.value2() == null
                ? row.value1()
                : t("sheet.guardian", row.value1(), t("sheet.relation." + row.value2())));
  }

  /** Whether that is a guardian of the child, deciding or not. */
  static boolean isGuardian(Tx tx, ChildId child, GuardianId guardian) {
    return tx.sql()
        .fetchExists(
            tx.sql()
                .selectOne()
                .from(GUARDIANSHIP)
                .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
                .and(GUARDIANSHIP.CHILD_ID.eq(child))
                .and(GUARDIANSHIP.GUARDIAN_ID.eq(guardian)));
  }

  /** The guardian one calls first; where none is on record yet, the organisation itself. */
  static Given guardianOrElse(Tx tx, ChildId child, OrganisationId at, Optional<UUID> typist) {
    return tx.sql()
        .select(GUARDIANSHIP.GUARDIAN_ID)
        .from(GUARDIANSHIP)
        .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIANSHIP.CHILD_ID.eq(child))
        .orderBy(GUARDIANSHIP.AUTHORITY_FROM.isNull(), GUARDIANSHIP.CALL_ORDER)
        .limit(1)
        .fetchOptional(row -> new Given("GUARDIAN", row.value1().value(), typist, Optional.empty()))
        .orElseGet(() -> new Given("ORGANISATION", at.value(), typist, Optional.empty()));
  }

  /** Whose words the part held before; empty for a part nobody has written yet. */
  static Optional<Given> lastGiver(Tx tx, Sheet sheet, Section section, Optional<UUID> typist) {
    return tx.sql()
        .select(SHEET_PART.GIVEN_BY_KIND, SHEET_PART.GIVEN_BY, SHEET_PART.RECEIVED_ON)
        .from(SHEET_PART)
        .where(SHEET_PART.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_PART.SHEET_ID.eq(sheet.id()))
        .and(SHEET_PART.REVISION.eq(sheet.revision()))
        .orderBy(SHEET_PART.SECTION.eq(section.key()).desc(), SHEET_PART.CHANGED_AT.desc())
        .limit(1)
        .fetchOptional(row ->
            new Given(row.value1(), row.value2(), typist, Optional.ofNullable(row.value3())));
  }
}
