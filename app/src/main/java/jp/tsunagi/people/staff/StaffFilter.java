package jp.tsunagi.people.staff;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.name.SearchKeys;

/**
 * Which staff are shown. A name is personal: the filter is posted and never stands in an address.
 *
 * @param q a piece of the name, its reading or the login
 * @param organisation id of one, or empty for all
 * @param lack one thing that is missing, or empty
 * @param after id of the last person shown before, or empty for the first page
 */
record StaffFilter(String q, String organisation, String lack, String after) {
  static final int PAGE = 100;
  static final List<String> LACKS = List.of("post", "pledge", "account");

  static StaffFilter of(Map<String, String> asked) {
    return new StaffFilter(
        asked.getOrDefault("q", "").strip(),
        asked.getOrDefault("organisation", ""),
        asked.getOrDefault("lack", ""),
        asked.getOrDefault("after", ""));
  }

  boolean narrows() {
    return !q.isEmpty() || !organisation.isEmpty() || !lack.isEmpty();
  }

  /** A staff member with what he or she holds today or will hold. */
  record Entry(StaffMember member, List<HeldPost> posts) {}

  /** Everybody who fits, by reading. */
  List<Entry> of(List<StaffMember> members, List<HeldPost> posts) {
    Map<StaffId, List<HeldPost>> held =
        posts.stream().collect(Collectors.groupingBy(HeldPost::staff));
    return members.stream()
        .map(member -> new Entry(member, held.getOrDefault(member.id(), List.of())))
        .filter(this::fits)
        .sorted(
            Comparator.<Entry, String>comparing(one -> SearchKeys.fold(one.member().kana()))
                .thenComparing(one -> one.member().id().toString()))
        .toList();
  }

  /** The page behind {@link #after}. */
  List<Entry> page(List<Entry> all) {
    int from = 0;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).member().id().toString().equals(after)) {
        from = i + 1;
      }
    }
    return all.subList(from, Math.min(all.size(), from + PAGE));
  }

  private boolean fits(Entry one) {
    return (organisation.isEmpty() || worksAt(one)) && lacks(one) && (q.isEmpty() || found(one));
  }

  private boolean worksAt(Entry one) {
    return one.posts().stream()
        .anyMatch(held -> held.organisation().toString().equals(organisation));
  }

  private boolean lacks(Entry one) {
    return switch (lack) {
      case "post" -> one.posts().isEmpty();
      case "pledge" -> one.member().pledgedOn().isEmpty();
      case "account" -> one.member().login().isEmpty();
      default -> true;
    };
  }

  private boolean found(Entry one) {
    return holds(one.member().name())
        || holds(one.member().kana())
        || one.member().login().filter(login -> login.name().equals(q)).isPresent();
  }

  private boolean holds(String text) {
    return SearchKeys.fold(text).contains(SearchKeys.fold(q));
  }
}
