package jp.tsunagi.people.organisation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.name.SearchKeys;

/**
 * Which organisations of the register are shown, and in which order. A register holds some hundred
 * rows at most and nothing personal: it is read whole, and the filter stands in the address.
 *
 * @param closed whether those that work no longer are shown, and no others
 * @param q a piece of the name or its reading, however typed
 */
record OrganisationFilter(String q, String kind, String district, boolean closed, Sort sort) {
  /** By which column. */
  enum Sort {
    KANA,
    KIND,
    TIER,
    DISTRICT,
    CONNECTION;

    static Sort of(String name) {
      for (Sort sort : values()) {
        if (sort.name().equals(name)) {
          return sort;
        }
      }
      return KANA;
    }
  }

  static OrganisationFilter of(Map<String, String> asked) {
    return new OrganisationFilter(
        asked.getOrDefault("q", "").strip(),
        asked.getOrDefault("kind", ""),
        asked.getOrDefault("district", ""),
        asked.getOrDefault("closed", "").equals("yes"),
        Sort.of(asked.getOrDefault("sort", "")));
  }

  boolean narrows() {
    return closed || !q.isEmpty() || !kind.isEmpty() || !district.isEmpty();
  }

  /** The organisations that fit, in order. */
  List<Organisation> of(List<Organisation> register) {
    return register.stream().filter(this::fits).sorted(order()).toList();
  }

  private boolean fits(Organisation one) {
    return (kind.isEmpty() || one.kind().name().equals(kind))
        && (district.isEmpty() || one.district().equals(Optional.of(district)))
        && one.closedFrom().isPresent() == closed
        && (q.isEmpty() || holds(one.name()) || holds(one.kana()));
  }

  private boolean holds(String text) {
    return SearchKeys.fold(text).contains(SearchKeys.fold(q));
  }

  private Comparator<Organisation> order() {
    Comparator<Organisation> kana = Comparator.comparing(one -> SearchKeys.fold(one.kana()));
    return switch (sort) {
      case KANA -> kana;
      case KIND -> Comparator.comparing(Organisation::kind).thenComparing(kana);
      case TIER ->
          Comparator.<Organisation, Integer>comparing(one -> one.tier().orElse(9))
              .thenComparing(kana);
      case DISTRICT ->
          Comparator.<Organisation, String>comparing(one -> one.district().orElse("\uFFFF"))
              .thenComparing(kana);
      case CONNECTION ->
          Comparator.comparing(Organisation::connection).reversed().thenComparing(kana);
    };
  }

  /** The address of a list or file under this filter, sorted by a column. */
  String url(String path, Sort by) {
    return path
        + "?q="
        + encoded(q)
        + "&kind="
        + encoded(kind)
        + "&district="
        + encoded(district)
        + (closed ? "&closed=yes" : "")
        + "&sort="
        + by.name();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
