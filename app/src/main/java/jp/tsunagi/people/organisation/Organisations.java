package jp.tsunagi.people.organisation;

import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.ORGANISATION_CLASS;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.OrganisationClassRecord;
import jp.tsunagi.schema.tables.records.OrganisationRecord;
import org.springframework.stereotype.Component;

/** The register of organisations and their classes. */
@Component
public final class Organisations {

  /** Adds an organisation or, where its id is there, replaces what is said of it. */
  public void put(Tx tx, Organisation organisation) {
    OrganisationRecord row = new OrganisationRecord();
    row.setTenantId(tx.tenant());
    row.setOrganisationId(organisation.id());
    row.setName(organisation.name());
    row.setKana(organisation.kana());
    row.setKind(organisation.kind().name());
    row.setTier(organisation.tier().orElse(null));
    row.setSector(organisation.sector().name());
    row.setDistrict(organisation.district().orElse(null));
    row.setConnection(organisation.connection().name());
    row.setPhone(organisation.phone().orElse(null));
    row.setClosedFrom(organisation.closedFrom().orElse(null));
    tx.sql()
        .insertInto(ORGANISATION)
        .set(row)
        .onConflict(ORGANISATION.TENANT_ID, ORGANISATION.ORGANISATION_ID)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  /** The organisation, if it is one of this municipality. */
  public Optional<Organisation> find(Tx tx, OrganisationId id) {
    return tx.sql()
        .selectFrom(ORGANISATION)
        .where(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(id))
        .fetchOptional(Organisations::organisation);
  }

  /**
   * The organisation, to be changed: until the transaction ends nobody else begins or ends there.
   */
  Optional<Organisation> locked(Tx tx, OrganisationId id) {
    tx.sql()
        .selectOne()
        .from(ORGANISATION)
        .where(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(id))
        .forUpdate()
        .fetch();
    return find(tx, id);
  }

  /** The organisation, which does not close before the transaction ends. */
  public Optional<Organisation> held(Tx tx, OrganisationId id) {
    tx.sql()
        .selectOne()
        .from(ORGANISATION)
        .where(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(id))
        .forShare()
        .fetch();
    return find(tx, id);
  }

  /** The days of a period on which the organisation works; empty when there are none. */
  public Optional<Period> within(Tx tx, OrganisationId id, Period period) {
    return held(tx, id)
        .flatMap(Organisation::closedFrom)
        .map(period::endedAt)
        .orElse(Optional.of(period));
  }

  /** All organisations by their reading. */
  public List<Organisation> all(Tx tx) {
    return tx.sql()
        .selectFrom(ORGANISATION)
        .where(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .orderBy(ORGANISATION.KANA)
        .fetch(Organisations::organisation);
  }

  /**
   * All of them as they are called beside a child: of one whose address is hidden from the reader,
   * no other place has a name, a telephone or a district.
   */
  public List<Organisation> beside(Tx tx, ChildId child) {
    Place called = Place.beside(tx, child);
    return all(tx).stream().map(called::of).toList();
  }

  /** Those that work today, by their reading: who can be chosen for anything new. */
  public List<Organisation> open(Tx tx) {
    return all(tx).stream().filter(organisation -> organisation.isOpen(tx.today())).toList();
  }

  /** The two hubs (児童発達支援センター, 教育センター), by their reading. */
  public List<Organisation> hubs(Tx tx) {
    return open(tx).stream().filter(organisation -> organisation.kind().isHub()).toList();
  }

  /** Adds a class, or finds the one of that name and year. */
  public ClassId putClass(Tx tx, OrganisationId organisation, int fiscalYear, String name) {
    tx.sql()
        .insertInto(ORGANISATION_CLASS)
        .set(ORGANISATION_CLASS.TENANT_ID, tx.tenant())
        .set(ORGANISATION_CLASS.CLASS_ID, ClassId.create())
        .set(ORGANISATION_CLASS.ORGANISATION_ID, organisation)
        .set(ORGANISATION_CLASS.FISCAL_YEAR, fiscalYear)
        .set(ORGANISATION_CLASS.NAME, name)
        .onConflictDoNothing()
        .execute();
    return classes(tx, organisation, fiscalYear).stream()
        .filter(there -> there.name().equals(name))
        .map(SchoolClass::id)
        .findFirst()
        .orElseThrow();
  }

  /** The classes of an organisation in a fiscal year, by name. */
  public List<SchoolClass> classes(Tx tx, OrganisationId organisation, int fiscalYear) {
    return tx.sql()
        .selectFrom(ORGANISATION_CLASS)
        .where(ORGANISATION_CLASS.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION_CLASS.ORGANISATION_ID.eq(organisation))
        .and(ORGANISATION_CLASS.FISCAL_YEAR.eq(fiscalYear))
        .orderBy(ORGANISATION_CLASS.NAME)
        .fetch(Organisations::schoolClass);
  }

  /** The classes that somebody can be put into today. */
  public List<SchoolClass> openClasses(Tx tx, OrganisationId organisation, int fiscalYear) {
    return classes(tx, organisation, fiscalYear).stream()
        .filter(one -> one.isOpen(tx.today()))
        .toList();
  }

  static SchoolClass schoolClass(OrganisationClassRecord row) {
    return new SchoolClass(
        row.getClassId(),
        row.getOrganisationId(),
        row.getFiscalYear(),
        row.getName(),
        Optional.ofNullable(row.getClosedFrom()));
  }

  private static Organisation organisation(OrganisationRecord row) {
    return new Organisation(
        row.getOrganisationId(),
        row.getName(),
        row.getKana(),
        OrganisationKind.valueOf(row.getKind()),
        Optional.ofNullable(row.getTier()),
        Sector.valueOf(row.getSector()),
        Optional.ofNullable(row.getDistrict()),
        Connection.valueOf(row.getConnection()),
        Optional.ofNullable(row.getPhone()),
        Optional.ofNullable(row.getClosedFrom()));
  }
}
