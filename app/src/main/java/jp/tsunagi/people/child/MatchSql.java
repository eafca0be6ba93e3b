package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_DOUBLE;
import static jp.tsunagi.schema.Tables.CHILD_KEY;
import static jp.tsunagi.schema.Tables.MATCH_COUNT;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.SearchKeys;
import jp.tsunagi.people.child.Registration.Newcomer;
import org.jooq.impl.DSL;

/** Reads who might be the same child, and keeps the list of probable doubles. */
final class MatchSql {
  static final String SETTING = "match.daily";

  private MatchSql() {}

  /** A child on record, with what it is compared by. */
  record Candidate(ChildId child, LocalDate birth, Set<String> keys) {}

  /** Everybody within the actor's sight with the reading or the birth date of one of these. */
  static List<Candidate> candidates(Tx tx, Collection<Newcomer> wanted) {
    Set<String> looked =
        wanted.stream()
            .flatMap(
                who -> Stream.of(SearchKeys.sameReading(who.name()), SearchKeys.birth(who.birth())))
            .collect(Collectors.toSet());
    Set<ChildId> some =
        tx.sql()
            .selectDistinct(CHILD_KEY.CHILD_ID)
            .from(CHILD_KEY)
            .where(CHILD_KEY.TENANT_ID.eq(tx.tenant()))
            .and(CHILD_KEY.KEY.in(looked))
            .and(Readable.child(tx, CHILD_KEY.CHILD_ID))
            .fetchSet(CHILD_KEY.CHILD_ID);
    Map<ChildId, Set<String>> keys = keys(tx, some);
    return tx.sql()
        .select(CHILD.CHILD_ID, CHILD.BIRTH_DATE)
        .from(CHILD)
        .where(Readable.child(tx))
        .and(CHILD.CHILD_ID.in(some))
        .orderBy(CHILD.CHILD_ID)
        .fetch(row ->
            new Candidate(row.value1(), row.value2(), keys.getOrDefault(row.value1(), Set.of())));
  }

  private static Map<ChildId, Set<String>> keys(Tx tx, Collection<ChildId> children) {
    return tx
        .sql()
        .select(CHILD_KEY.CHILD_ID, CHILD_KEY.KEY)
        .from(CHILD_KEY)
        .where(CHILD_KEY.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_KEY.CHILD_ID.in(children))
        .and(
            DSL.or(
                SearchKeys.compared().stream()
                    .map(range -> CHILD_KEY.KEY.ge(range.from()).and(CHILD_KEY.KEY.lt(range.to())))
                    .toList()))
        .and(Readable.child(tx, CHILD_KEY.CHILD_ID))
        .fetchGroups(CHILD_KEY.CHILD_ID, CHILD_KEY.KEY)
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
  }

  /** Counts one more match of today and says the how manieth it is. */
  static int count(Tx tx, StaffId staff) {
    return tx.sql()
        .insertInto(MATCH_COUNT)
        .set(MATCH_COUNT.TENANT_ID, tx.tenant())
        .set(MATCH_COUNT.STAFF_ID, staff)
        .set(MATCH_COUNT.ON_DAY, tx.today())
        .set(MATCH_COUNT.TIMES, 1)
        .onConflict(MATCH_COUNT.TENANT_ID, MATCH_COUNT.STAFF_ID, MATCH_COUNT.ON_DAY)
        .doUpdate()
        .set(MATCH_COUNT.TIMES, MATCH_COUNT.TIMES.plus(1))
        .returning(MATCH_COUNT.TIMES)
        .fetchSingle()
        .getTimes();
  }

  /** Setting match.daily: how often one person may match on a day. */
  static int budget(Tx tx, int usual) {
    return Municipality.number(tx, SETTING, usual);
  }

  static void note(Tx tx, ChildId child, ChildId other, MatchRule.Strength strength) {
    tx.sql()
        .insertInto(CHILD_DOUBLE)
        .set(CHILD_DOUBLE.TENANT_ID, tx.tenant())
        .set(CHILD_DOUBLE.CHILD_ID, child)
        .set(CHILD_DOUBLE.OTHER_ID, other.value())
        .set(CHILD_DOUBLE.STRENGTH, strength.name())
        .set(CHILD_DOUBLE.FOUND_AT, tx.now().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  /**
   * Two who may be one.
   *
   * @param by who put the newer one on record
   */
  record Double(
      ChildId child,
      ChildId other,
      MatchRule.Strength strength,
      LocalDate found,
      Optional<UUID> by) {}

  /** What nobody has looked at yet, oldest first. */
  static List<Double> open(Tx tx) {
    return tx.sql()
        .select(CHILD_DOUBLE, CHILD.CREATED_BY)
        .from(CHILD_DOUBLE)
        .join(CHILD)
        .on(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(CHILD_DOUBLE.CHILD_ID))
        .where(CHILD_DOUBLE.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_DOUBLE.SETTLED_AT.isNull())
        .and(Readable.child(tx, CHILD_DOUBLE.CHILD_ID))
        .orderBy(CHILD_DOUBLE.FOUND_AT, CHILD_DOUBLE.CHILD_ID)
        .limit(200)
        .fetch(row ->
            new Double(
                row.value1().getChildId(),
                new ChildId(row.value1().getOtherId()),
                MatchRule.Strength.valueOf(row.value1().getStrength()),
                row.value1()
                    .getFoundAt()
                    .atZoneSameInstant(jp.tsunagi.base.database.ActingClock.JAPAN)
                    .toLocalDate(),
                Optional.ofNullable(row.value2())));
  }

  /** They are two children; whether there was something to settle. */
  static boolean settle(Tx tx, ChildId child, ChildId other, StaffId by) {
    return tx.sql()
            .update(CHILD_DOUBLE)
            .set(CHILD_DOUBLE.SETTLED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .set(CHILD_DOUBLE.SETTLED_BY, by.value())
            .where(CHILD_DOUBLE.TENANT_ID.eq(tx.tenant()))
            .and(CHILD_DOUBLE.CHILD_ID.eq(child))
            .and(CHILD_DOUBLE.OTHER_ID.eq(other.value()))
            .and(CHILD_DOUBLE.SETTLED_AT.isNull())
            .execute()
        > 0;
  }
}
