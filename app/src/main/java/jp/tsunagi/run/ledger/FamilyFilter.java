package jp.tsunagi.run.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.name.SearchKeys;

/**
 * Which families are shown, and in which order. A name is personal: the filter is posted and never
 * stands in an address.
 *
 * @param q a piece of the child's name, its reading, or the guardian's name
 * @param after id of the last family of the page before, or empty
 */
record FamilyFilter(
    Family.State state, String q, String programme, String staff, Sort sort, String after) {
  static final int PAGE = 50;

  /** By which column. */
  enum Sort {
    KANA,
    BIRTH,
    PROGRAMME,
    STAFF,
    /** Whoever was asked longest ago, or never, comes first. */
    ASKED,
    ANSWERED
  }

  static FamilyFilter of(Map<String, String> asked) {
    return new FamilyFilter(
        chosen(Family.State.values(), asked.getOrDefault("state", ""), Family.State.OPEN),
        asked.getOrDefault("q", "").strip(),
        asked.getOrDefault("programme", ""),
        asked.getOrDefault("staff", ""),
        chosen(Sort.values(), asked.getOrDefault("by", asked.getOrDefault("sort", "")), Sort.KANA),
        asked.getOrDefault("after", ""));
  }

  private static <E extends Enum<E>> E chosen(E[] values, String name, E otherwise) {
    for (E value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    return otherwise;
  }

  boolean narrows() {
    return !q.isEmpty() || !programme.isEmpty() || !staff.isEmpty();
  }

  /** Those that fit, in order. */
  List<Family> of(List<Family> families) {
    return families.stream().filter(this::fits).sorted(order()).toList();
  }

  private boolean fits(Family family) {
    Family.Details details = family.details();
    return family.state() == state
        && (programme.isEmpty() || details.programmes().contains(programme))
        && (staff.isEmpty() || details.staff().filter(staff::equals).isPresent())
        && (q.isEmpty()
            || holds(family.child())
            || holds(family.kana())
            || holds(details.guardian()));
  }

  private boolean holds(String text) {
    return plain(text).contains(plain(q));
  }

  private static String plain(String text) {
    return SearchKeys.fold(text).replaceAll("[\\s\\u3000]", "");
  }

  private Comparator<Family> order() {
    Comparator<Family> kana =
        Comparator.<Family, String>comparing(family -> SearchKeys.fold(family.kana()))
            .thenComparing(family -> family.id().toString());
    return switch (sort) {
      case KANA -> kana;
      case BIRTH -> Comparator.comparing(Family::birth).thenComparing(kana);
      case PROGRAMME ->
          Comparator.<Family, String>comparing(
                  family -> String.join(" ", family.details().programmes()))
              .thenComparing(kana);
      case STAFF ->
          Comparator.<Family, String>comparing(family -> family.details().staff().orElse("\uFFFF"))
              .thenComparing(kana);
      case ASKED ->
          Comparator.<Family, LocalDate>comparing(
                  family -> family.lastAsked().map(Family.Asking::on).orElse(LocalDate.MIN))
              .thenComparing(kana);
      case ANSWERED ->
          Comparator.<Family, LocalDate>comparing(
                  family -> family.answer().map(Family.Answer::on).orElse(LocalDate.MIN))
              .thenComparing(kana);
    };
  }

  /** Where the page behind {@link #after} begins. */
  int from(List<Family> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().toString().equals(after)) {
        return i + 1;
      }
    }
    return 0;
  }
}
