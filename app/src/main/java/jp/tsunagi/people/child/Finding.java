package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.SearchKeys;
import jp.tsunagi.base.name.SearchQuery;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FoundView;
import jp.tsunagi.people.child.Belongings.Belonging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds children of the actor's reach, says where they belong, and warns of the same name (F3). */
@Component
final class Finding {
  private final Belongings belongings;
  private final Trace trace;

  Finding(Belongings belongings, Trace trace) {
    this.belongings = belongings;
    this.trace = trace;
  }

  /**
   * One page of what was found.
   *
   * @param next where the next page begins; empty on the last
   * @param enough whether so much was typed that anything was looked for
   * @param doubt what is wrong with the date that was typed, if one was
   */
  record Page(
      List<FoundView> children,
      Optional<SearchSql.Hit> next,
      boolean enough,
      Optional<String> doubt) {}

  /** Looks, and leaves a row with the children that are shown. */
  Page find(Tx tx, String typed, Optional<SearchSql.Hit> after) {
    SearchQuery query = SearchQuery.parse(typed, tx.today());
    boolean enough = !query.isEmpty() && query.isEnough();
    List<SearchSql.Hit> hits = enough ? SearchSql.hits(tx, query, after) : List.of();
    List<SearchSql.Hit> shown = hits.subList(0, Math.min(SearchSql.PAGE, hits.size()));
    List<ChildId> children = shown.stream().map(SearchSql.Hit::child).toList();
    trace.write(tx, Entry.of(Action.SEARCH).children(children));
    return new Page(
        views(tx, children),
        hits.size() > shown.size() ? Optional.of(shown.getLast()) : Optional.empty(),
        enough,
        SearchQuery.doubt(typed, tx.today()).map(doubt -> doubt.words().in(language())));
  }

  /** Children as a list shows them, with what tells two of the same name apart. */
  List<FoundView> views(Tx tx, Collection<ChildId> children) {
    if (children.isEmpty()) {
      return List.of();
    }
    Map<ChildId, Identity> known = IdentitySql.of(tx, children);
    Map<ChildId, String> places = places(tx, children);
    Map<String, Set<ChildId>> alike =
        SearchSql.having(
            tx, known.values().stream().map(one -> SearchKeys.sameReading(one.name())).toList());
    return known.values().stream()
        .map(one ->
            new FoundView(
                "/children/" + one.id(),
                one.view(),
                facts(tx, one, places.get(one.id())),
                caution(alike, one)))
        .toList();
  }

  private static String facts(Tx tx, Identity one, @Nullable String place) {
    String facts = one.facts(tx.today(), language());
    return place == null ? facts : facts + "\u3000" + place;
  }

  private static @Nullable String caution(Map<String, Set<ChildId>> alike, Identity one) {
    int others = alike.getOrDefault(SearchKeys.sameReading(one.name()), Set.of()).size() - 1;
    return others > 0 ? t("child.search.same", others) : null;
  }

  /** 所属 is category LOCATION. */
  private Map<ChildId, String> places(Tx tx, Collection<ChildId> children) {
    boolean may =
        Actor.of(tx) instanceof Actor.Staff staff
            && staff.reading().anyMatch(seat -> seat.ceiling().contains(Category.LOCATION));
    return !may
        ? Map.of()
        : belongings.today(tx, children).stream()
            .collect(
                Collectors.toMap(
                    Belonging::child,
                    Belonging::words,
                    (one, other) -> one + t("child.search.and") + other,
                    LinkedHashMap::new));
  }
}
