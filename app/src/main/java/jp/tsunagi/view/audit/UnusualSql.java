package jp.tsunagi.view.audit;

import static jp.tsunagi.schema.Tables.AUDIT_EVENT;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.STAFF;
import static jp.tsunagi.schema.Tables.UNUSUAL_LOOK;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.view.audit.UnusualRule.Hour;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Finds what is unusual in the trace of some days, and what was said of it. */
final class UnusualSql {
  private static final UUID NO_CHILD = new UUID(0, 0);
  private static final List<String> OPENED =
      List.of(Action.VIEW_CHILD.name(), Action.VIEW_SHEET.name(), Action.VIEW_FILE.name());
  private static final List<String> TAKEN = List.of(Action.PRINT.name(), Action.EXPORT.name());

  /** How far back one looks for what is usual. */
  private static final int USUAL_DAYS = 90;

  /** The day and the hour of Japan. */
  private static final Field<LocalDate> DAY =
      DSL.field("({0} at time zone 'Asia/Tokyo')::date", LocalDate.class, AUDIT_EVENT.AT);

  private static final Field<LocalDate> NIGHT =
      DSL.field(
          "({0} at time zone 'Asia/Tokyo' - interval '12 hours')::date",
          LocalDate.class, AUDIT_EVENT.AT);
  private static final Field<Integer> HOUR_OF_DAY =
      DSL.field(
          "extract(hour from {0} at time zone 'Asia/Tokyo')::integer",
          Integer.class, AUDIT_EVENT.AT);
  private static final Field<OffsetDateTime> HOUR =
      DSL.field("date_trunc('hour', {0})", SQLDataType.TIMESTAMPWITHTIMEZONE, AUDIT_EVENT.AT);

  private UnusualSql() {}

  /** By what a finding is known again. */
  record Key(UnusualRule rule, UUID actor, Optional<ChildId> child, LocalDate day) {}

  /**
   * Something unusual.
   *
   * @param much how many children, papers or openings
   */
  record Found(Key key, String name, int much) {}

  /** What somebody said of it. */
  record Looked(String by, OffsetDateTime at, String note) {}

  /** Everything unusual of these days, the latest day first. */
  static List<Found> found(Tx tx, Period days) {
    return tx.as(
        AuditSql.job(tx),
        () -> {
          List<Found> all = new ArrayList<>(many(tx, days));
          all.addAll(nights(tx, days));
          all.addAll(sameName(tx, days));
          all.addAll(afterLong(tx, days));
          all.addAll(prints(tx, days));
          all.addAll(refused(tx, days));
          all.sort(
              Comparator.comparing((Found one) -> one.key().day())
                  .reversed()
                  .thenComparing(one -> one.key().rule())
                  .thenComparing(Found::name)
                  .thenComparing(one -> one.key().toString()));
          return List.copyOf(all);
        });
  }

  private static Condition within(Tx tx, LocalDate from, Period days) {
    return during(tx, from, days).and(AUDIT_EVENT.ACTOR_KIND.eq("STAFF"));
  }

  private static Condition during(Tx tx, LocalDate from, Period days) {
    return AUDIT_EVENT
        .TENANT_ID
        .eq(tx.tenant())
        .and(AUDIT_EVENT.AT.ge(AuditSql.start(from)))
        .and(AUDIT_EVENT.AT.lt(AuditSql.start(days.lastDay().orElseThrow().plusDays(1))));
  }

  private static Condition opened(Tx tx, LocalDate from, Period days) {
    return within(tx, from, days)
        .and(AUDIT_EVENT.ACTION.in(OPENED))
        .and(AUDIT_EVENT.CHILD_ID.isNotNull());
  }

  private static List<Found> many(Tx tx, Period days) {
    List<Hour> hours =
        tx.sql()
            .select(AUDIT_EVENT.ACTOR_ID, HOUR, DSL.countDistinct(AUDIT_EVENT.CHILD_ID))
            .from(AUDIT_EVENT)
            .where(opened(tx, days.from().minusDays(USUAL_DAYS), days))
            .groupBy(AUDIT_EVENT.ACTOR_ID, HOUR)
            .fetch(row -> new Hour(row.value1(), row.value2().toInstant(), row.value3()));
    Map<UUID, String> names = new java.util.HashMap<>();
    return UnusualRule.many(hours, days.from()).stream()
        .collect(
            java.util.stream.Collectors.toMap(
                hour -> new Key(UnusualRule.MANY, hour.actor(), Optional.empty(), hour.day()),
                Hour::children,
                Math::max,
                java.util.LinkedHashMap::new))
        .entrySet()
        .stream()
        .map(one ->
            new Found(
                one.getKey(),
                names.computeIfAbsent(
                    one.getKey().actor(), id -> AuditSql.staffName(tx, id).orElse("")),
                one.getValue()))
        .toList();
  }

  private static List<Found> nights(Tx tx, Period days) {
    return tx.sql()
        .select(
            AUDIT_EVENT.ACTOR_ID,
            DSL.max(AUDIT_EVENT.ACTOR_NAME),
            NIGHT,
            DSL.countDistinct(AUDIT_EVENT.CHILD_ID))
        .from(AUDIT_EVENT)
        .where(opened(tx, days.from(), days))
        .and(HOUR_OF_DAY.ge(UnusualRule.NIGHT_FROM).or(HOUR_OF_DAY.lt(UnusualRule.NIGHT_TO)))
        .groupBy(AUDIT_EVENT.ACTOR_ID, NIGHT)
        .fetch(row ->
            new Found(
                new Key(UnusualRule.NIGHT, row.value1(), Optional.empty(), row.value3()),
                row.value2(),
                row.value4()));
  }

  /** The part before the first blank of the reader's name, against the child's family name. */
  private static List<Found> sameName(Tx tx, Period days) {
    Field<String> family =
        DSL.field("split_part(translate({0}, '\u3000', ' '), ' ', 1)", String.class, STAFF.NAME);
    return tx.sql()
        .select(AUDIT_EVENT.ACTOR_ID, STAFF.NAME, AUDIT_EVENT.CHILD_ID, DSL.min(DAY), DSL.count())
        .from(AUDIT_EVENT)
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(AUDIT_EVENT.ACTOR_ID.coerce(STAFF.STAFF_ID)))
        .where(opened(tx, days.from(), days))
        .and(
            DSL.exists(
                DSL.selectOne()
                    .from(CHILD_NAME)
                    .where(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
                    .and(CHILD_NAME.CHILD_ID.eq(AUDIT_EVENT.CHILD_ID))
                    .and(CHILD_NAME.FAMILY.eq(family))))
        .groupBy(AUDIT_EVENT.ACTOR_ID, STAFF.NAME, AUDIT_EVENT.CHILD_ID)
        .fetch(row ->
            new Found(
                new Key(
                    UnusualRule.SAME_NAME, row.value1(), Optional.of(row.value3()), row.value4()),
                row.value2(),
                row.value5()));
  }

  /** The reader's organisation had dealt with the child, and had long ended. */
  private static List<Found> afterLong(Tx tx, Period days) {
    Condition dealt =
        INVOLVEMENT
            .TENANT_ID
            .eq(tx.tenant())
            .and(INVOLVEMENT.CHILD_ID.eq(AUDIT_EVENT.CHILD_ID))
            .and(INVOLVEMENT.ORGANISATION_ID.eq(AUDIT_EVENT.ORGANISATION_ID));
    Condition lately =
        INVOLVEMENT
            .VALID_TO
            .isNull()
            .or(
                INVOLVEMENT.VALID_TO.gt(
                    DSL.field("{0} - {1}", LocalDate.class, DAY, UnusualRule.LONG_DAYS)));
    return tx.sql()
        .select(
            AUDIT_EVENT.ACTOR_ID,
            DSL.max(AUDIT_EVENT.ACTOR_NAME),
            AUDIT_EVENT.CHILD_ID,
            DSL.min(DAY),
            DSL.count())
        .from(AUDIT_EVENT)
        .where(opened(tx, days.from(), days))
        .and(DSL.exists(DSL.selectOne().from(INVOLVEMENT).where(dealt)))
        .andNotExists(DSL.selectOne().from(INVOLVEMENT).where(dealt.and(lately)))
        .groupBy(AUDIT_EVENT.ACTOR_ID, AUDIT_EVENT.CHILD_ID)
        .fetch(row ->
            new Found(
                new Key(
                    UnusualRule.AFTER_LONG, row.value1(), Optional.of(row.value3()), row.value4()),
                row.value2(),
                row.value5()));
  }

  private static List<Found> prints(Tx tx, Period days) {
    return tx.sql()
        .select(AUDIT_EVENT.ACTOR_ID, DSL.max(AUDIT_EVENT.ACTOR_NAME), DAY, DSL.count())
        .from(AUDIT_EVENT)
        .where(within(tx, days.from(), days))
        .and(AUDIT_EVENT.ACTION.in(TAKEN))
        .groupBy(AUDIT_EVENT.ACTOR_ID, DAY)
        .having(DSL.count().ge(UnusualRule.PRINTS_LEAST))
        .fetch(row ->
            new Found(
                new Key(UnusualRule.PRINTS, row.value1(), Optional.empty(), row.value3()),
                row.value2(),
                row.value4()));
  }

  /** Against somebody's account: in nobody's name, or after the password in the person's own. */
  private static List<Found> refused(Tx tx, Period days) {
    Field<String> whose =
        DSL.when(AuditSql.REFUSED, AuditSql.WHOSE_ACCOUNT)
            .otherwise(AUDIT_EVENT.ACTOR_ID.cast(String.class));
    return tx.sql()
        .select(STAFF.STAFF_ID, STAFF.NAME, DAY, DSL.count())
        .from(AUDIT_EVENT)
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.cast(String.class).eq(whose))
        .where(during(tx, days.from(), days))
        .and(AUDIT_EVENT.ACTION.eq(Action.SIGN_IN_REFUSED.name()))
        .groupBy(STAFF.STAFF_ID, STAFF.NAME, DAY)
        .having(DSL.count().ge(UnusualRule.REFUSED_LEAST))
        .fetch(row ->
            new Found(
                new Key(UnusualRule.REFUSED, row.value1().value(), Optional.empty(), row.value3()),
                row.value2(),
                row.value4()));
  }

  /** What was said of the findings of these days. */
  static Map<Key, Looked> looked(Tx tx, Period days) {
    return tx.sql()
        .select(UNUSUAL_LOOK, STAFF.NAME)
        .from(UNUSUAL_LOOK)
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(UNUSUAL_LOOK.LOOKED_BY.coerce(STAFF.STAFF_ID)))
        .where(UNUSUAL_LOOK.TENANT_ID.eq(tx.tenant()))
        .and(UNUSUAL_LOOK.DAY.between(days.from(), days.lastDay().orElseThrow()))
        .fetchMap(
            row ->
                new Key(
                    UnusualRule.valueOf(row.value1().getRule()),
                    row.value1().getActorId(),
                    Optional.of(row.value1().getSubjectId())
                        .filter(id -> !id.equals(NO_CHILD))
                        .map(ChildId::new),
                    row.value1().getDay()),
            row -> new Looked(row.value2(), row.value1().getLookedAt(), row.value1().getNote()));
  }

  /** Somebody looked at it; whoever did so first stays on record. */
  static void look(Tx tx, Key key, StaffId by, String note) {
    tx.sql()
        .insertInto(UNUSUAL_LOOK)
        .set(UNUSUAL_LOOK.TENANT_ID, tx.tenant())
        .set(UNUSUAL_LOOK.RULE, key.rule().name())
        .set(UNUSUAL_LOOK.ACTOR_ID, key.actor())
        .set(UNUSUAL_LOOK.SUBJECT_ID, key.child().map(ChildId::value).orElse(NO_CHILD))
        .set(UNUSUAL_LOOK.DAY, key.day())
        .set(UNUSUAL_LOOK.LOOKED_BY, by.value())
        .set(UNUSUAL_LOOK.LOOKED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(UNUSUAL_LOOK.NOTE, note)
        .onConflictDoNothing()
        .execute();
  }
}
