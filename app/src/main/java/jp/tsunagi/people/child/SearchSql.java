package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_KEY;
import static jp.tsunagi.schema.Tables.GUARDIAN;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.regexpReplaceAll;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.translate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.KeyRange;
import jp.tsunagi.base.name.SearchKeys;
import jp.tsunagi.base.name.SearchQuery;
import jp.tsunagi.schema.tables.ChildKey;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.ResultQuery;

/** Finds children by their keys, within the actor's reach only. */
final class SearchSql {
  /** Children on one page. */
  static final int PAGE = 20;

  private static final String WIDE_DIGITS =
      "\uFF10\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18\uFF19";

  private static final ChildKey OTHER = CHILD_KEY.as("other");

  private SearchSql() {}

  /** A child found, and where it stands among the others: by rank, then by key. */
  record Hit(int rank, String key, ChildId child) {}

  /** One page and one more, to know whether there is a next. */
  static List<Hit> hits(Tx tx, SearchQuery query, Optional<Hit> after) {
    return plan(tx, query, after).fetch(row -> new Hit(row.value1(), row.value2(), row.value3()));
  }

  static ResultQuery<Record3<Integer, String, ChildId>> plan(
      Tx tx, SearchQuery query, Optional<Hit> after) {
    Condition found =
        CHILD_KEY
            .TENANT_ID
            .eq(tx.tenant())
            .and(within(tx, CHILD_KEY, query.terms().getFirst().anyOf()))
            .and(Readable.child(tx, CHILD_KEY.CHILD_ID));
    for (SearchQuery.Term term : query.terms().subList(1, query.terms().size())) {
      found = found.and(has(tx, term.anyOf()));
    }
    Field<Integer> rank = min(rank(tx, query)).as("rank");
    Field<String> key = min(CHILD_KEY.KEY).as("first_key");
    var hits =
        select(rank, key, CHILD_KEY.CHILD_ID)
            .from(CHILD_KEY)
            .where(found)
            .groupBy(CHILD_KEY.CHILD_ID)
            .asTable("hit");
    var place = row(hits.field(rank), hits.field(key), hits.field(CHILD_KEY.CHILD_ID));
    return tx.sql()
        .select(hits.field(rank), hits.field(key), hits.field(CHILD_KEY.CHILD_ID))
        .from(hits)
        .where(
            after
                .map(last -> place.gt(row(last.rank(), last.key(), last.child())))
                .orElse(noCondition()))
        .orderBy(hits.field(rank), hits.field(key), hits.field(CHILD_KEY.CHILD_ID))
        .limit(PAGE + 1);
  }

  /** Kana say by the key that was hit where they stand in the name; for kanji another key tells. */
  private static Field<Integer> rank(Tx tx, SearchQuery query) {
    List<KeyRange> beginnings = query.beginnings();
    if (beginnings.isEmpty()) {
      return inline(0);
    }
    boolean kana = query.terms().getFirst().anyOf().equals(beginnings);
    List<Condition> begins =
        beginnings.stream()
            .map(range -> kana ? within(tx, CHILD_KEY, List.of(range)) : has(tx, List.of(range)))
            .toList();
    return case_()
        .when(begins.getFirst(), inline(0))
        .when(begins.getLast(), inline(1))
        .else_(inline(2));
  }

  private static Condition has(Tx tx, List<KeyRange> ranges) {
    return exists(
        selectOne()
            .from(OTHER)
            .where(OTHER.TENANT_ID.eq(tx.tenant()))
            .and(OTHER.CHILD_ID.eq(CHILD_KEY.CHILD_ID))
            .and(within(tx, OTHER, ranges)));
  }

  private static Condition within(Tx tx, ChildKey key, List<KeyRange> ranges) {
    return or(
        ranges.stream()
            .map(range -> {
              Condition hit = key.KEY.ge(range.from()).and(key.KEY.lt(range.to()));
              return SearchKeys.isPhone(range)
                  ? hit.and(called(tx, key.CHILD_ID, SearchKeys.phoneDigits(range)))
                  : hit;
            })
            .toList());
  }

  /** One finds by a telephone only where one may read it: finding would tell it. */
  private static Condition called(Tx tx, Field<ChildId> child, String lastDigits) {
    Field<UUID> owner = CHILD.OWNER_ID.coerce(UUID.class);
    Field<UUID> guardian = GUARDIANSHIP.GUARDIAN_ID.coerce(UUID.class);
    return exists(
        selectOne()
            .from(GUARDIANSHIP)
            .join(GUARDIAN)
            .on(GUARDIAN.TENANT_ID.eq(tx.tenant()))
            .and(GUARDIAN.GUARDIAN_ID.eq(GUARDIANSHIP.GUARDIAN_ID))
            .join(CHILD)
            .on(CHILD.TENANT_ID.eq(tx.tenant()))
            .and(CHILD.CHILD_ID.eq(GUARDIANSHIP.CHILD_ID))
            .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
            .and(GUARDIANSHIP.CHILD_ID.eq(child))
            .and(digits(GUARDIAN.PHONE).endsWith(lastDigits))
            .and(located(tx, owner).or(located(tx, guardian))));
  }

  private static Condition located(Tx tx, Field<UUID> author) {
    return Readable.fact(tx, Category.LOCATION, GUARDIANSHIP.CHILD_ID, author, "profile/contact");
  }

  private static Field<String> digits(Field<String> phone) {
    return regexpReplaceAll(translate(phone, WIDE_DIGITS, "0123456789"), "[^0-9]", "");
  }

  /** Which children within reach have one of these keys. */
  static Map<String, Set<ChildId>> having(Tx tx, Collection<String> keys) {
    return tx
        .sql()
        .select(CHILD_KEY.KEY, CHILD_KEY.CHILD_ID)
        .from(CHILD_KEY)
        .where(CHILD_KEY.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_KEY.KEY.in(keys))
        .and(Readable.child(tx, CHILD_KEY.CHILD_ID))
        .fetchGroups(CHILD_KEY.KEY, CHILD_KEY.CHILD_ID)
        .entrySet()
        .stream()
        .collect(
            java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
  }
}
