package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.RETENTION_RULE;
import static jp.tsunagi.schema.Tables.STAFF;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;

/** What the municipality has decided on retention; nothing of it is ever changed or removed. */
final class RuleSql {
  private RuleSql() {}

  /** A decision. */
  record Decision(RetentionRule rule, String note, Instant at, String by) {}

  /** What holds today, of every kind. */
  static Map<RetentionKind, RetentionRule> all(Tx tx) {
    Map<RetentionKind, RetentionRule> rules = new EnumMap<>(RetentionKind.class);
    for (RetentionKind kind : RetentionKind.values()) {
      rules.put(kind, kind.usual());
    }
    tx.sql()
        .selectFrom(RETENTION_RULE)
        .where(RETENTION_RULE.TENANT_ID.eq(tx.tenant()))
        .orderBy(RETENTION_RULE.KIND, RETENTION_RULE.NUMBER)
        .fetch()
        .forEach(row ->
            rules.put(
                RetentionKind.valueOf(row.getKind()),
                new RetentionRule(row.getYears(), RetentionStart.valueOf(row.getStartAt()))));
    // decided when that could still be chosen
    rules.replaceAll((kind, rule) ->
        kind.startsBy(rule.start()) ? rule : new RetentionRule(rule.years(), kind.usual().start()));
    return rules;
  }

  /** Everything that was ever decided of a kind, latest first. */
  static List<Decision> history(Tx tx, RetentionKind kind) {
    return tx.sql()
        .select(
            RETENTION_RULE.YEARS,
            RETENTION_RULE.START_AT,
            RETENTION_RULE.NOTE,
            RETENTION_RULE.DECIDED_AT,
            STAFF.NAME)
        .from(RETENTION_RULE)
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(RETENTION_RULE.DECIDED_BY.coerce(STAFF.STAFF_ID)))
        .where(RETENTION_RULE.TENANT_ID.eq(tx.tenant()))
        .and(RETENTION_RULE.KIND.eq(kind.name()))
        .orderBy(RETENTION_RULE.NUMBER.desc())
        .fetch(row ->
            new Decision(
                new RetentionRule(row.value1(), RetentionStart.valueOf(row.value2())),
                row.value3(),
                row.value4().toInstant(),
                row.value5()));
  }

  /** Decides, after so many earlier decisions; of two at once the second fails. */
  static void decide(Tx tx, RetentionKind kind, int earlier, RetentionRule rule, String note) {
    tx.sql()
        .insertInto(RETENTION_RULE)
        .set(RETENTION_RULE.TENANT_ID, tx.tenant())
        .set(RETENTION_RULE.KIND, kind.name())
        .set(RETENTION_RULE.NUMBER, earlier + 1)
        .set(RETENTION_RULE.YEARS, rule.years())
        .set(RETENTION_RULE.START_AT, rule.start().name())
        .set(RETENTION_RULE.NOTE, note)
        .set(RETENTION_RULE.DECIDED_BY, Actor.of(tx).id().orElseThrow())
        .set(RETENTION_RULE.DECIDED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The name of somebody at work here. */
  static String name(Tx tx, java.util.UUID staff) {
    return tx.sql()
        .select(STAFF.NAME)
        .from(STAFF)
        .where(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(new StaffId(staff)))
        .fetchOptional(STAFF.NAME)
        .orElse("");
  }
}
