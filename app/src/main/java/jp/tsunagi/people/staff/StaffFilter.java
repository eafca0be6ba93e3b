package jp.tsunagi.people.staff;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
record StaffFilter(String q, String organisation, String lack, Sort sort, String after) {
  /** By which column. */
  enum Sort {
    name,
    organisation,
    post,
    login,
    pledge;

    static Sort of(String asked) {
      return java.util.Arrays.stream(values())
          .filter(one -> one.name().equals(asked))
          .findFirst()
          .orElse(name);
    }
  }

  static final int PAGE = 100;
  static final List<String> LACKS = List.of("post", "pledge", "account");

  static StaffFilter of(Map<String, String> asked) {
    return new StaffFilter(
        asked.getOrDefault("q", "").strip(),
        asked.getOrDefault("organisation", ""),
        asked.getOrDefault("lack", ""),
        Sort.of(asked.getOrDefault("by", asked.getOrDefault("sort", ""))),
        asked.getOrDefault("after", ""));
  }

  boolean narrows() {
    return !q.isEmpty() || !organisation.isEmpty() || !lack.isEmpty();
  }

  /** A staff member with what he or she holds today or will hold. */
  record Entry(StaffMember member, List<HeldPost> posts) {}

  /** Everybody who fits, in order. */
  List<Entry> of(List<StaffMember> members, List<HeldPost> posts) {
    Map<StaffId, List<HeldPost>> held =
        posts.stream().collect(Collectors.groupingBy(HeldPost::staff));
    return members.stream()
        .map(member -> new Entry(member, held.getOrDefault(member.id(), List.of())))
        .filter(this::fits)
        .sorted(order())
        .toList();
  }

  /** What is missing comes last, so that what is there stands together. */
  private Comparator<Entry> order() {
    Comparator<Entry> reading =
        Comparator.<Entry, String>comparing(one -> SearchKeys.fold(one.member().kana()))
            .thenComparing(one -> one.member().id().toString());
    return switch (sort) {
      case name -> reading;
      case organisation -> by(one -> first(one).map(HeldPost::organisationName), reading);
      case post -> by(one -> first(one).map(held -> held.post().name()), reading);
      case login -> by(one -> one.member().login().map(StaffMember.Login::name), reading);
      case pledge -> by(one -> one.member().pledgedOn().map(Object::toString), reading);
    };
  }

  private static Optional<HeldPost> first(Entry one) {
    return one.posts().stream().findFirst();
  }

  private static Comparator<Entry> by(
      Function<Entry, Optional<String>> what, Comparator<Entry> then) {
    return Comparator.<Entry, String>comparing(one -> what.apply(one).orElse("\uFFFF"))
        .thenComparing(then);
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
