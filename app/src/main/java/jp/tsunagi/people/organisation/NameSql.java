package jp.tsunagi.people.organisation;

import static jp.tsunagi.schema.Tables.ORGANISATION_CLASS;
import static jp.tsunagi.schema.Tables.ORGANISATION_CLASS_NAME;
import static jp.tsunagi.schema.Tables.ORGANISATION_NAME;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;

/** Keeps the names that organisations and classes bore before, and what becomes of classes. */
final class NameSql {
  private NameSql() {}

  /**
   * A name borne before.
   *
   * @param to the first day of the next name
   */
  record Former(String name, LocalDate to) {}

  /** The earlier names, the last one first. */
  static List<Former> of(Tx tx, OrganisationId organisation) {
    return tx.sql()
        .selectFrom(ORGANISATION_NAME)
        .where(ORGANISATION_NAME.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION_NAME.ORGANISATION_ID.eq(organisation))
        .orderBy(ORGANISATION_NAME.VALID_TO.desc())
        .fetch(row -> new Former(row.getName(), row.getValidTo()));
  }

  static void keep(Tx tx, Organisation before, LocalDate to) {
    tx.sql()
        .insertInto(ORGANISATION_NAME)
        .set(ORGANISATION_NAME.TENANT_ID, tx.tenant())
        .set(ORGANISATION_NAME.ORGANISATION_ID, before.id())
        .set(ORGANISATION_NAME.VALID_TO, to)
        .set(ORGANISATION_NAME.NAME, before.name())
        .set(ORGANISATION_NAME.KANA, before.kana())
        .execute();
  }

  /** The earlier names of a class, the last one first. */
  static List<Former> of(Tx tx, ClassId schoolClass) {
    return tx.sql()
        .selectFrom(ORGANISATION_CLASS_NAME)
        .where(ORGANISATION_CLASS_NAME.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION_CLASS_NAME.CLASS_ID.eq(schoolClass))
        .orderBy(ORGANISATION_CLASS_NAME.VALID_TO.desc())
        .fetch(row -> new Former(row.getName(), row.getValidTo()));
  }

  static void keep(Tx tx, SchoolClass before, LocalDate to) {
    tx.sql()
        .insertInto(ORGANISATION_CLASS_NAME)
        .set(ORGANISATION_CLASS_NAME.TENANT_ID, tx.tenant())
        .set(ORGANISATION_CLASS_NAME.CLASS_ID, before.id())
        .set(ORGANISATION_CLASS_NAME.VALID_TO, to)
        .set(ORGANISATION_CLASS_NAME.NAME, before.name())
        .execute();
  }

  static Optional<SchoolClass> find(Tx tx, OrganisationId organisation, ClassId schoolClass) {
    return tx.sql()
        .selectFrom(ORGANISATION_CLASS)
        .where(ORGANISATION_CLASS.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION_CLASS.ORGANISATION_ID.eq(organisation))
        .and(ORGANISATION_CLASS.CLASS_ID.eq(schoolClass))
        .fetchOptional(Organisations::schoolClass);
  }

  static void change(Tx tx, ClassId schoolClass, String name, Optional<LocalDate> closedFrom) {
    tx.sql()
        .update(ORGANISATION_CLASS)
        .set(ORGANISATION_CLASS.NAME, name)
        .set(ORGANISATION_CLASS.CLOSED_FROM, closedFrom.orElse(null))
        .where(ORGANISATION_CLASS.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION_CLASS.CLASS_ID.eq(schoolClass))
        .execute();
  }
}
