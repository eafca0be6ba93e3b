package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.STAFF;
import static jp.tsunagi.schema.Tables.TERMINAL;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Registered terminals. */
final class TerminalSql {
  private TerminalSql() {}

  private static OffsetDateTime now(Tx tx) {
    return tx.now().atOffset(ZoneOffset.UTC);
  }

  /** Whether it is registered now: a form sent twice registers once. */
  static boolean add(Tx tx, Terminal terminal, BrowserKind browser, StaffId by) {
    return tx.sql()
            .insertInto(TERMINAL)
            .set(TERMINAL.TENANT_ID, tx.tenant())
            .set(TERMINAL.TERMINAL_ID, terminal.id())
            .set(TERMINAL.ORGANISATION_ID, terminal.organisation())
            .set(TERMINAL.NAME, terminal.name())
            .set(TERMINAL.BROWSER, browser.kept())
            .set(TERMINAL.REGISTERED_BY, by.value())
            .set(TERMINAL.REGISTERED_AT, now(tx))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** One that counts, at a place that is open. */
  static Optional<Terminal> find(Tx tx, UUID id) {
    return tx.sql()
        .select(TERMINAL.ORGANISATION_ID, ORGANISATION.NAME, TERMINAL.NAME)
        .from(TERMINAL)
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(TERMINAL.ORGANISATION_ID))
        .where(counts(tx))
        .and(TERMINAL.TERMINAL_ID.eq(id))
        .and(ORGANISATION.CLOSED_FROM.isNull().or(ORGANISATION.CLOSED_FROM.gt(tx.today())))
        .fetchOptional(
            row -> new Terminal(tx.tenant(), id, row.value1(), row.value2(), row.value3()));
  }

  private static Condition counts(Tx tx) {
    return TERMINAL.TENANT_ID.eq(tx.tenant()).and(TERMINAL.ENDED_AT.isNull());
  }

  /** As a list shows it. */
  record Listed(
      Terminal terminal,
      BrowserKind browser,
      String by,
      Instant registered,
      Optional<Instant> used) {}

  /** Those that count, by place; of these places, or of all. */
  static List<Listed> list(Tx tx, Optional<Collection<OrganisationId>> places) {
    return tx.sql()
        .select(TERMINAL.TERMINAL_ID, TERMINAL.ORGANISATION_ID, ORGANISATION.NAME, TERMINAL.NAME)
        .select(TERMINAL.BROWSER, STAFF.NAME, TERMINAL.REGISTERED_AT, TERMINAL.USED_AT)
        .from(TERMINAL)
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(TERMINAL.ORGANISATION_ID))
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(TERMINAL.REGISTERED_BY.coerce(STAFF.STAFF_ID)))
        .where(counts(tx))
        .and(places.map(TERMINAL.ORGANISATION_ID::in).orElseGet(DSL::noCondition))
        .orderBy(ORGANISATION.KANA, ORGANISATION.ORGANISATION_ID, TERMINAL.REGISTERED_AT)
        .fetch(row ->
            new Listed(
                new Terminal(
                    tx.tenant(),
                    row.get(TERMINAL.TERMINAL_ID),
                    row.get(TERMINAL.ORGANISATION_ID),
                    row.get(ORGANISATION.NAME),
                    row.get(TERMINAL.NAME)),
                BrowserKind.kept(row.get(TERMINAL.BROWSER)),
                row.get(STAFF.NAME),
                row.get(TERMINAL.REGISTERED_AT).toInstant(),
                Optional.ofNullable(row.get(TERMINAL.USED_AT)).map(OffsetDateTime::toInstant)));
  }

  /** Somebody has signed in there. */
  static void used(Tx tx, UUID id) {
    tx.sql()
        .update(TERMINAL)
        .set(TERMINAL.USED_AT, now(tx))
        .where(TERMINAL.TENANT_ID.eq(tx.tenant()))
        .and(TERMINAL.TERMINAL_ID.eq(id))
        .execute();
  }

  /** Whether it counted until now; it does not any more. */
  static boolean end(Tx tx, UUID id, StaffId by) {
    return tx.sql()
            .update(TERMINAL)
            .set(TERMINAL.ENDED_BY, by.value())
            .set(TERMINAL.ENDED_AT, now(tx))
            .where(counts(tx))
            .and(TERMINAL.TERMINAL_ID.eq(id))
            .execute()
        == 1;
  }
}
