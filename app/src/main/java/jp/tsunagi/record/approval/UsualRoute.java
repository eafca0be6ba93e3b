package jp.tsunagi.record.approval;

import java.util.Arrays;
import java.util.List;
import jp.tsunagi.base.access.Reach;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;

/** The posts that decide at a kind of place, as long as the place itself has not said otherwise. */
final class UsualRoute {
  private UsualRoute() {}

  /** In the order in which they decide; none where the program knows of no such custom. */
  static List<PostKind> at(OrganisationKind kind) {
    return switch (kind) {
      case ELEMENTARY, JUNIOR_HIGH, HIGH_SCHOOL, SPECIAL_NEEDS_SCHOOL ->
          List.of(PostKind.COORDINATOR, PostKind.VICE_PRINCIPAL, PostKind.PRINCIPAL);
      case NURSERY, KINDERGARTEN, CERTIFIED_CHILDCARE ->
          List.of(PostKind.NURSERY_CHIEF, PostKind.NURSERY_HEAD);
      case CENTRE, EDUCATION_CENTRE -> List.of(PostKind.SECTION_CHIEF, PostKind.CENTRE_HEAD);
      case CITY_OFFICE, BOARD_OF_EDUCATION, HEALTH_CENTRE ->
          List.of(PostKind.SECTION_CHIEF, PostKind.DIVISION_HEAD);
      case DAY_SERVICE -> List.of(PostKind.SERVICE_MANAGER);
      case AFTER_SCHOOL, PLANNING_SUPPORT, MEDICAL -> List.of(PostKind.PLACE_WORKER);
    };
  }

  /** The posts that may decide there: they read children of the whole place. */
  static List<PostKind> possible(OrganisationKind kind) {
    return Arrays.stream(PostKind.values())
        .filter(post -> post.existsAt(kind))
        .filter(post -> post.reach() == Reach.ORGANISATION)
        .filter(post -> post.rights().contains(Right.READ) && !post.ceiling().isEmpty())
        .toList();
  }
}
