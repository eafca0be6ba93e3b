package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD_KEY;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.KeyRange;
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
            .and(within(CHILD_KEY, query.terms().getFirst().anyOf()))
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
            .map(range -> kana ? within(CHILD_KEY, List.of(range)) : has(tx, List.of(range)))
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
            .and(within(OTHER, ranges)));
  }

  private static Condition within(ChildKey key, List<KeyRange> ranges) {
    return or(
        ranges.stream()
            .map(range -> key.KEY.ge(range.from()).and(key.KEY.lt(range.to())))
            .toList());
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
