package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_ADDRESS;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.CHILD_REGISTRATION;
import static jp.tsunagi.schema.Tables.GRADE_OVERRIDE;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.PersonName;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What is kept of a child's identity. Names and addresses are periods and never overwritten. */
@Component
public final class Children {
  private final ChildKeys keys;
  private final ApplicationEventPublisher events;

  Children(ChildKeys keys, ApplicationEventPublisher events) {
    this.keys = keys;
    this.events = events;
  }

  /** Puts a child on record as its organisation's own. */
  public void add(Tx tx, NewChild child) {
    tx.sql()
        .insertInto(CHILD)
        .set(CHILD.TENANT_ID, tx.tenant())
        .set(CHILD.CHILD_ID, child.id())
        .set(CHILD.BIRTH_DATE, child.birthDate())
        .set(CHILD.SEX, child.sex().name())
        .set(CHILD.STANDING, Standing.OWN.name())
        .set(CHILD.OWNER_ID, child.owner())
        .set(CHILD.HOME_LANGUAGE, child.homeLanguage().orElse(null))
        .set(CHILD.INTERPRETER, child.interpreter())
        .set(CHILD.CREATED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(CHILD.CREATED_BY, Actor.of(tx).id().orElse(null))
        .execute();
    addName(tx, child.id(), child.name(), child.birthDate());
    child.reasons().forEach(reason -> addReason(tx, child.id(), reason));
    keys.refresh(tx, child.id());
  }

  /**
   * Holds the rows of these children to the end of the transaction: what follows from the facts of
   * a child is worked out by one after the other, and sees what the one before has changed.
   */
  public static void hold(Tx tx, Collection<ChildId> children) {
    tx.sql()
        .select(CHILD.CHILD_ID)
        .from(CHILD)
        .where(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.in(children))
        .orderBy(CHILD.CHILD_ID)
        .forNoKeyUpdate()
        .execute();
  }

  /** The common record is opened: hubs may be told that the child exists. */
  public void share(Tx tx, ChildId child) {
    tx.sql()
        .update(CHILD)
        .set(CHILD.STANDING, Standing.SHARED.name())
        .where(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(child))
        .execute();
  }

  /** Adds a reason for being on record (A2); once is enough. */
  public void addReason(Tx tx, ChildId child, Reason reason) {
    tx.sql()
        .insertInto(CHILD_REGISTRATION)
        .set(CHILD_REGISTRATION.TENANT_ID, tx.tenant())
        .set(CHILD_REGISTRATION.CHILD_ID, child)
        .set(CHILD_REGISTRATION.REASON, reason.name())
        .set(CHILD_REGISTRATION.SINCE, tx.today())
        .onConflictDoNothing()
        .execute();
  }

  /** The child bears another name from a day on; the earlier one stays known and is still found. */
  public void rename(Tx tx, ChildId child, PersonName name, LocalDate from) {
    tx.sql()
        .update(CHILD_NAME)
        .set(CHILD_NAME.VALID_TO, from)
        .where(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_NAME.CHILD_ID.eq(child))
        .and(CHILD_NAME.VALID_TO.isNull())
        .and(CHILD_NAME.VALID_FROM.lt(from))
        .execute();
    addName(tx, child, name, from);
    keys.refresh(tx, child);
  }

  private static void addName(Tx tx, ChildId child, PersonName name, LocalDate from) {
    addName(tx, child, name, from, NameKind.LEGAL);
    if (name.hasCommon()) {
      addName(tx, child, name.common(), from, NameKind.COMMON);
    }
  }

  private static void addName(
      Tx tx, ChildId child, PersonName name, LocalDate from, NameKind kind) {
    tx.sql()
        .insertInto(CHILD_NAME)
        .set(CHILD_NAME.TENANT_ID, tx.tenant())
        .set(CHILD_NAME.CHILD_ID, child)
        .set(CHILD_NAME.KIND, kind.name())
        .set(CHILD_NAME.VALID_FROM, from)
        .set(CHILD_NAME.FAMILY, name.family().written())
        .set(CHILD_NAME.GIVEN, name.given().written())
        .set(CHILD_NAME.MIDDLE, name.middle().isNone() ? null : name.middle().written())
        .set(CHILD_NAME.FAMILY_KANA, name.family().kana())
        .set(CHILD_NAME.GIVEN_KANA, name.given().kana())
        .set(CHILD_NAME.MIDDLE_KANA, name.middle().isNone() ? null : name.middle().kana())
        .execute();
  }

  /** The family lives there from a day on. */
  public void moved(
      Tx tx, ChildId child, LocalDate from, Optional<String> postalCode, String address) {
    tx.sql()
        .update(CHILD_ADDRESS)
        .set(CHILD_ADDRESS.VALID_TO, from)
        .where(CHILD_ADDRESS.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_ADDRESS.CHILD_ID.eq(child))
        .and(CHILD_ADDRESS.VALID_TO.isNull())
        .and(CHILD_ADDRESS.VALID_FROM.lt(from))
        .execute();
    tx.sql()
        .insertInto(CHILD_ADDRESS)
        .set(CHILD_ADDRESS.TENANT_ID, tx.tenant())
        .set(CHILD_ADDRESS.ADDRESS_ID, Id.fresh())
        .set(CHILD_ADDRESS.CHILD_ID, child)
        .set(CHILD_ADDRESS.VALID_FROM, from)
        .set(CHILD_ADDRESS.POSTAL_CODE, postalCode.orElse(null))
        .set(CHILD_ADDRESS.ADDRESS, address)
        .execute();
  }

  /** The name was typed wrong: what holds now is put right, and no other name was ever borne. */
  public void correctName(Tx tx, ChildId child, PersonName name) {
    LocalDate from =
        HistorySql.names(tx, child).stream()
            .filter(one -> one.kind() == NameKind.LEGAL && one.period().contains(tx.today()))
            .map(one -> one.period().from())
            .findFirst()
            .orElseThrow(NotFound::new);
    tx.sql()
        .deleteFrom(CHILD_NAME)
        .where(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_NAME.CHILD_ID.eq(child))
        .and(CHILD_NAME.VALID_TO.isNull())
        .and(CHILD_NAME.VALID_FROM.ge(from).or(CHILD_NAME.KIND.eq(NameKind.COMMON.name())))
        .execute();
    addName(tx, child, name, from);
    keys.refresh(tx, child);
  }

  /** What was noted wrong of the child itself is put right. */
  public void correct(
      Tx tx,
      ChildId child,
      LocalDate birth,
      Sex sex,
      Optional<String> homeLanguage,
      boolean interpreter) {
    tx.sql()
        .update(CHILD)
        .set(CHILD.BIRTH_DATE, birth)
        .set(CHILD.SEX, sex.name())
        .set(CHILD.HOME_LANGUAGE, homeLanguage.orElse(null))
        .set(CHILD.INTERPRETER, interpreter)
        .where(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(child))
        .execute();
    keys.refresh(tx, child);
    // the birth date says until when guardians decide
    events.publishEvent(new Guardians.GuardianshipChanged(tx, child));
  }

  /** The address was typed wrong: the row that holds now is put right. */
  public void correctAddress(Tx tx, ChildId child, Optional<String> postalCode, String address) {
    tx.sql()
        .update(CHILD_ADDRESS)
        .set(CHILD_ADDRESS.POSTAL_CODE, postalCode.orElse(null))
        .set(CHILD_ADDRESS.ADDRESS, address)
        .where(CHILD_ADDRESS.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_ADDRESS.CHILD_ID.eq(child))
        .and(CHILD_ADDRESS.VALID_TO.isNull())
        .execute();
  }

  /** 就学猶予, 原級留置 …: the grade in that year differs from the birth date's, for a reason. */
  public void overrideGrade(Tx tx, ChildId child, FiscalYear year, int grade, String reason) {
    tx.sql()
        .insertInto(GRADE_OVERRIDE)
        .set(GRADE_OVERRIDE.TENANT_ID, tx.tenant())
        .set(GRADE_OVERRIDE.CHILD_ID, child)
        .set(GRADE_OVERRIDE.FISCAL_YEAR, year.year())
        .set(GRADE_OVERRIDE.GRADE, grade)
        .set(GRADE_OVERRIDE.REASON, reason)
        .onConflict(GRADE_OVERRIDE.TENANT_ID, GRADE_OVERRIDE.CHILD_ID, GRADE_OVERRIDE.FISCAL_YEAR)
        .doUpdate()
        .set(GRADE_OVERRIDE.GRADE, grade)
        .set(GRADE_OVERRIDE.REASON, reason)
        .execute();
  }

  /** Which of a child's names. */
  enum NameKind {
    /** As in the family register. */
    LEGAL,
    /** 通称. */
    COMMON
  }
}
