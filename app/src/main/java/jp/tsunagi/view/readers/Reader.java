package jp.tsunagi.view.readers;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Grant;
import jp.tsunagi.base.access.Reaches;
import jp.tsunagi.base.database.OrganisationId;

/**
 * What one place sees of a child today, worked out from the facts of the rule: pure, and the same
 * rule as the predicate, seen from the place instead of the item.
 *
 * @param place whether it is connected to read at all
 * @param posts its posts that reach or see the child today
 * @param grants what consents and grounds in law open to it today
 */
record Reader(
    OrganisationId id,
    boolean place,
    boolean involved,
    boolean blocked,
    boolean concealed,
    List<Post> posts,
    List<Grant> grants) {

  /**
   * A post that reaches the child, by one way.
   *
   * @param holders how many people
   * @param to the first day on which it does not any more, as things stand
   */
  record Post(String kind, Reaches.Kind reach, Set<Category> ceiling, int holders, LocalDate to) {}

  /** What a place sees of others' records in one category. */
  sealed interface Sight {
    /**
     * It sees it.
     *
     * @param whole the category as a whole, of whomever; otherwise some sections, sheets or authors
     * @param left whether the family objected to a part of it
     */
    record Open(Set<Grant.GroundKind> by, boolean whole, boolean left, LocalDate to)
        implements Sight {}

    /** It sees none of it. */
    record Shut(Lack lack) implements Sight {}
  }

  /** What is missing. */
  enum Lack {
    /** The place has no screen: paper is handed to it. */
    PAPER,
    /** The place, or all its people, must not see the child. */
    BLOCKED,
    /** None of its posts may ever see the category. */
    CEILING,
    /** The address is hidden from whoever is not named. */
    HIDDEN,
    /** It deals with the child no more: its own records are all it reads. */
    ENDED,
    /** No consent opens it. */
    CONSENT
  }

  /** Whether it reads what it wrote itself. */
  boolean own() {
    return posts.stream()
        .anyMatch(
            post -> post.reach() == Reaches.Kind.RUNNING || post.reach() == Reaches.Kind.AFTER);
  }

  private boolean running() {
    return posts.stream().anyMatch(post -> post.reach() == Reaches.Kind.RUNNING);
  }

  /** Somebody there opened the record in an emergency; it is over within the hour. */
  boolean emergency() {
    return posts.stream().anyMatch(post -> post.reach() == Reaches.Kind.EMERGENCY);
  }

  /** Each category with what the place sees of it. */
  Map<Category, Sight> sights() {
    Map<Category, Sight> sights = new EnumMap<>(Category.class);
    Arrays.stream(Category.values())
        .filter(category -> category != Category.IDENTITY)
        .forEach(category -> sights.put(category, sight(category)));
    return sights;
  }

  private Sight sight(Category category) {
    if (!place) {
      return new Sight.Shut(Lack.PAPER);
    }
    if (posts.isEmpty()) {
      return new Sight.Shut(blocked ? Lack.BLOCKED : involved ? Lack.CONSENT : Lack.ENDED);
    }
    if (posts.stream().noneMatch(post -> post.ceiling().contains(category))) {
      return new Sight.Shut(Lack.CEILING);
    }
    if (category == Category.LOCATION && concealed) {
      return new Sight.Shut(Lack.HIDDEN);
    }
    List<Grant> opening =
        grants.stream()
            .filter(grant -> grant.category() == category)
            .filter(grant -> posts.stream().anyMatch(post -> opens(grant, post)))
            .toList();
    if (opening.isEmpty()) {
      return new Sight.Shut(running() || !own() ? Lack.CONSENT : Lack.ENDED);
    }
    return new Sight.Open(
        opening.stream().map(Grant::ground).collect(Collectors.toCollection(TreeSet::new)),
        opening.stream().anyMatch(Reader::whole),
        opening.stream().anyMatch(grant -> !grant.excluded().isEmpty()),
        opening.stream().map(Grant::to).max(LocalDate::compareTo).orElseThrow());
  }

  /** By consent while the involvement runs, by law without reach. */
  private static boolean opens(Grant grant, Post post) {
    Reaches.Kind needed =
        grant.ground() == Grant.GroundKind.LAW ? Reaches.Kind.LAW : Reaches.Kind.RUNNING;
    return post.reach() == needed && post.ceiling().contains(grant.category());
  }

  private static boolean whole(Grant grant) {
    return grant.section().isEmpty() && grant.author().isEmpty() && grant.sheet().isEmpty();
  }

  /** The posts in the order of how many there are, each once. */
  Map<String, Integer> people() {
    return posts.stream()
        .filter(post -> post.reach() != Reaches.Kind.EMERGENCY)
        .collect(
            Collectors.toMap(Post::kind, Post::holders, Math::max, java.util.LinkedHashMap::new));
  }

  /** Until when it reads its own, where it deals with the child no more. */
  Optional<LocalDate> ownUntil() {
    return running()
        ? Optional.empty()
        : posts.stream()
            .filter(post -> post.reach() == Reaches.Kind.AFTER)
            .map(Post::to)
            .max(LocalDate::compareTo);
  }
}
