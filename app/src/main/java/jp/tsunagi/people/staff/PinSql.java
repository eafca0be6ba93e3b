package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ACCOUNT;
import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.PIN_TRY;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.STAFF;
import static jp.tsunagi.schema.Tables.STAFF_PIN;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Record;

/** PINs, and the wrong ones in a row. */
final class PinSql {
  private PinSql() {}

  static void put(Tx tx, StaffId staff, String hash) {
    OffsetDateTime now = tx.now().atOffset(ZoneOffset.UTC);
    tx.sql()
        .insertInto(STAFF_PIN)
        .set(STAFF_PIN.TENANT_ID, tx.tenant())
        .set(STAFF_PIN.STAFF_ID, staff)
        .set(STAFF_PIN.PIN_HASH, hash)
        .set(STAFF_PIN.SET_AT, now)
        .onConflict(STAFF_PIN.TENANT_ID, STAFF_PIN.STAFF_ID)
        .doUpdate()
        .set(STAFF_PIN.PIN_HASH, hash)
        .set(STAFF_PIN.SET_AT, now)
        .execute();
    forget(tx, staff);
  }

  /** Whether there was one; there is none any more. */
  static boolean remove(Tx tx, StaffId staff) {
    forget(tx, staff);
    return tx.sql()
            .deleteFrom(STAFF_PIN)
            .where(STAFF_PIN.TENANT_ID.eq(tx.tenant()))
            .and(STAFF_PIN.STAFF_ID.eq(staff))
            .execute()
        == 1;
  }

  /** Since when somebody has one. */
  static Optional<Instant> since(Tx tx, StaffId staff) {
    return tx.sql()
        .select(STAFF_PIN.SET_AT)
        .from(STAFF_PIN)
        .where(STAFF_PIN.TENANT_ID.eq(tx.tenant()))
        .and(STAFF_PIN.STAFF_ID.eq(staff))
        .fetchOptional(STAFF_PIN.SET_AT)
        .map(OffsetDateTime::toInstant);
  }

  /**
   * Somebody with a PIN and a current post at a place.
   *
   * @param posts there, as they are called
   */
  record Person(
      StaffId staff,
      AccountId account,
      String name,
      Set<String> posts,
      Instant since,
      String hash) {
    /** As whom the person signs in at that terminal. */
    Membership as(Terminal terminal) {
      return new Membership(account, terminal.tenant(), Membership.Kind.STAFF, staff.value());
    }

    @Override
    public String toString() {
      return "Person";
    }
  }

  /** Who may sign in by PIN at a terminal of the place today, by kana. */
  static List<Person> people(Tx tx, OrganisationId place) {
    Map<StaffId, Person> people = new LinkedHashMap<>();
    tx.sql()
        .select(STAFF.STAFF_ID, STAFF.ACCOUNT_ID, STAFF.NAME, POST.KIND)
        .select(STAFF_PIN.SET_AT, STAFF_PIN.PIN_HASH)
        .from(STAFF_PIN)
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(STAFF_PIN.STAFF_ID))
        .join(ACCOUNT)
        .on(ACCOUNT.ACCOUNT_ID.eq(STAFF.ACCOUNT_ID))
        .join(ASSIGNMENT)
        .on(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.STAFF_ID.eq(STAFF.STAFF_ID))
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .where(STAFF_PIN.TENANT_ID.eq(tx.tenant()))
        .and(POST.ORGANISATION_ID.eq(place))
        .and(ACCOUNT.CLOSED_AT.isNull())
        .and(STAFF.PLEDGE_ON.le(tx.today()))
        .and(STAFF.LAST_DAY_END.isNull().or(STAFF.LAST_DAY_END.gt(tx.today())))
        .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
        .orderBy(STAFF.KANA, STAFF.STAFF_ID, ASSIGNMENT.VALID_FROM, ASSIGNMENT.ASSIGNMENT_ID)
        .forEach(row ->
            people
                .computeIfAbsent(row.get(STAFF.STAFF_ID), _ -> person(row))
                .posts()
                .add(row.get(POST.KIND)));
    return List.copyOf(people.values());
  }

  private static Person person(Record row) {
    return new Person(
        row.get(STAFF.STAFF_ID),
        row.get(STAFF.ACCOUNT_ID),
        row.get(STAFF.NAME),
        new LinkedHashSet<>(),
        row.get(STAFF_PIN.SET_AT).toInstant(),
        row.get(STAFF_PIN.PIN_HASH));
  }

  /** Counts a try before it is looked at; false, and not counted, after so many in a row. */
  static boolean take(Tx tx, UUID terminal, StaffId staff, int most) {
    return tx.sql()
            .insertInto(PIN_TRY)
            .set(PIN_TRY.TENANT_ID, tx.tenant())
            .set(PIN_TRY.TERMINAL_ID, terminal)
            .set(PIN_TRY.STAFF_ID, staff)
            .set(PIN_TRY.TRIES, 1)
            .onConflict(PIN_TRY.TENANT_ID, PIN_TRY.TERMINAL_ID, PIN_TRY.STAFF_ID)
            .doUpdate()
            .set(PIN_TRY.TRIES, PIN_TRY.TRIES.plus(1))
            .where(PIN_TRY.TRIES.lt(most))
            .execute()
        == 1;
  }

  /** The person has come in there: earlier slips do not count any more. */
  static void forget(Tx tx, UUID terminal, StaffId staff) {
    tx.sql()
        .deleteFrom(PIN_TRY)
        .where(PIN_TRY.TENANT_ID.eq(tx.tenant()))
        .and(PIN_TRY.TERMINAL_ID.eq(terminal))
        .and(PIN_TRY.STAFF_ID.eq(staff))
        .execute();
  }

  private static void forget(Tx tx, StaffId staff) {
    tx.sql()
        .deleteFrom(PIN_TRY)
        .where(PIN_TRY.TENANT_ID.eq(tx.tenant()))
        .and(PIN_TRY.STAFF_ID.eq(staff))
        .execute();
  }
}
