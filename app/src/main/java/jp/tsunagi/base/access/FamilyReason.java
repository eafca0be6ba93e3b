package jp.tsunagi.base.access;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Why a guardian reads one piece of the record: the same rule as {@link Readable}, as {@link
 * Explanation} is for staff. Pure; a piece is readable exactly when there is a reason.
 */
public sealed interface FamilyReason {
  /** It is the guardian's own words. */
  record Own() implements FamilyReason {}

  /** The guardian decides for the child today, and it is meant for guardians. */
  record Deciding() implements FamilyReason {}

  /**
   * 家族に見せる: the person of age shows it.
   *
   * @param until the first day it no longer holds
   */
  record Shown(UUID showing, LocalDate until) implements FamilyReason {}

  /**
   * Every reason there is, what rests on the guardian first.
   *
   * @param meant whether it is meant for guardians (form definition)
   * @param facts the grants to this guardian in force today, and whether the whereabouts are hidden
   */
  static List<FamilyReason> of(
      Actor.Guardian guardian,
      Explanation.Subject subject,
      boolean meant,
      Explanation.Facts facts) {
    if (subject.shut()) {
      return List.of();
    }
    boolean own =
        subject.authorKind().equals("GUARDIAN")
            && subject.author().equals(guardian.guardian().value())
            && !subject.state().equals("CORRECTED");
    Stream<FamilyReason> reasons = own ? Stream.of(new Own()) : Stream.of();
    boolean hidden = facts.concealed() && subject.category() == Category.LOCATION;
    return meant && subject.latest() && !hidden
        ? Stream.concat(reasons, opened(subject, facts.grants())).toList()
        : reasons.toList();
  }

  private static Stream<FamilyReason> opened(Explanation.Subject subject, List<Grant> grants) {
    boolean decides =
        grants.stream().anyMatch(grant -> grant.ground() == Grant.GroundKind.AUTHORITY)
            && Set.of("WITH_GUARDIAN", "FINAL").contains(subject.state());
    Optional<FamilyReason> shown =
        grants.stream()
            .filter(grant -> shows(grant, subject))
            .max(comparing(Grant::to))
            .map(grant -> new Shown(grant.groundId(), grant.to()));
    return Stream.concat(decides ? Stream.of(new Deciding()) : Stream.of(), shown.stream());
  }

  private static boolean shows(Grant grant, Explanation.Subject subject) {
    return grant.ground() == Grant.GroundKind.PERSON
        && subject.state().equals("FINAL")
        && subject.sheet().isPresent()
        && grant.category() == subject.category()
        && (grant.section().isEmpty() || grant.section().equals(subject.section()))
        && (grant.sheet().isEmpty() || grant.sheet().equals(subject.sheet()));
  }
}
