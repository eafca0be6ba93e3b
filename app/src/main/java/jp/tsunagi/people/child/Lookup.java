package jp.tsunagi.people.child;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.SearchQuery;
import org.springframework.stereotype.Component;

/**
 * Finds children of the actor's reach by what was typed (かな, 漢字, 生年月日), for a screen that chooses
 * among them. Leaves no row: whoever shows them does.
 */
@Component
public final class Lookup {
  /** At most one page; nothing when too little was typed to look for anything. */
  public List<Identity> find(Tx tx, String typed) {
    SearchQuery query = SearchQuery.parse(typed, tx.today());
    if (query.isEmpty() || !query.isEnough()) {
      return List.of();
    }
    List<jp.tsunagi.base.database.ChildId> children =
        SearchSql.hits(tx, query, Optional.empty()).stream()
            .limit(SearchSql.PAGE)
            .map(SearchSql.Hit::child)
            .toList();
    return List.copyOf(IdentitySql.of(tx, children).values());
  }
}
