package jp.tsunagi.people.staff;

import static jp.tsunagi.base.access.Category.ASSESSMENT;
import static jp.tsunagi.base.access.Category.CONSULTATION;
import static jp.tsunagi.base.access.Category.CONTACT;
import static jp.tsunagi.base.access.Category.FAMILY;
import static jp.tsunagi.base.access.Category.HEALTH;
import static jp.tsunagi.base.access.Category.IDENTITY;
import static jp.tsunagi.base.access.Category.INVOLVEMENT;
import static jp.tsunagi.base.access.Category.LOCATION;
import static jp.tsunagi.base.access.Category.MEETING;
import static jp.tsunagi.base.access.Category.PLAN;
import static jp.tsunagi.base.access.Category.PROFILE;
import static jp.tsunagi.base.access.Category.PROVISION;
import static jp.tsunagi.base.access.Category.SUPPORT;
import static jp.tsunagi.base.access.Right.ADMINISTER;
import static jp.tsunagi.base.access.Right.APPROVE;
import static jp.tsunagi.base.access.Right.AUDIT;
import static jp.tsunagi.base.access.Right.EMERGENCY;
import static jp.tsunagi.base.access.Right.ENROL;
import static jp.tsunagi.base.access.Right.EXPORT;
import static jp.tsunagi.base.access.Right.INTAKE;
import static jp.tsunagi.base.access.Right.PRINT;
import static jp.tsunagi.base.access.Right.READ;
import static jp.tsunagi.base.access.Right.WRITE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Reach;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.people.organisation.OrganisationKind;

/**
 * The posts a municipality begins with, and what each may see and do unless the municipality
 * decides otherwise. CONSULTATION is in the ceiling of consulting posts only (ACCESS: categories).
 */
public enum PostKind {
  /** 相談員 of the centre. */
  COUNSELLOR(
      Reach.ORGANISATION,
      EnumSet.allOf(Category.class),
      READ,
      WRITE,
      PRINT,
      EXPORT,
      INTAKE,
      ENROL,
      EMERGENCY),
  /** 支援事業の担当職員 (元気キッズ …). */
  PROGRAMME_WORKER(Reach.ORGANISATION, daily(), READ, WRITE, PRINT),
  /** センター長. */
  CENTRE_HEAD(
      Reach.ORGANISATION,
      EnumSet.allOf(Category.class),
      READ,
      WRITE,
      APPROVE,
      PRINT,
      EXPORT,
      INTAKE,
      ENROL,
      EMERGENCY),
  /** 教育センター指導員 (茶おちゃお, 幼児通級指導教室). */
  HUB_TEACHER(
      Reach.ORGANISATION,
      EnumSet.allOf(Category.class),
      READ,
      WRITE,
      PRINT,
      EXPORT,
      INTAKE,
      ENROL,
      EMERGENCY),
  /** 園の担任. */
  NURSERY_TEACHER(Reach.CASELOAD, daily(), READ, WRITE, PRINT),
  /** 主任 of a 園. */
  NURSERY_CHIEF(Reach.ORGANISATION, daily(), READ, WRITE, PRINT),
  /** 園長. */
  NURSERY_HEAD(Reach.ORGANISATION, daily(), READ, WRITE, APPROVE, PRINT, EXPORT, ENROL, EMERGENCY),
  /** 学級担任. */
  HOMEROOM_TEACHER(Reach.CASELOAD, daily(), READ, WRITE, PRINT),
  /** 特別支援教育コーディネーター. */
  COORDINATOR(Reach.ORGANISATION, daily(), READ, WRITE, PRINT, EXPORT, ENROL, EMERGENCY),
  /** 教頭. */
  VICE_PRINCIPAL(Reach.ORGANISATION, daily(), READ, APPROVE, PRINT, EMERGENCY),
  /** 校長. */
  PRINCIPAL(Reach.ORGANISATION, daily(), READ, APPROVE, PRINT, EMERGENCY),
  /** 児童発達支援管理責任者 of a day service. */
  SERVICE_MANAGER(Reach.ORGANISATION, daily(), READ, WRITE, PRINT, ENROL),
  /** 保健師. */
  HEALTH_NURSE(Reach.ORGANISATION, daily(), READ, WRITE, PRINT, ENROL, EMERGENCY),
  /** 担当者 of any other place around the child. */
  PLACE_WORKER(Reach.ORGANISATION, daily(), READ, WRITE, PRINT, ENROL),
  /** 設置者の担当者 at the city office or the board of education: receives what is handed in. */
  OFFICE_WORKER(Reach.ORGANISATION, daily(), READ, WRITE, PRINT, EXPORT, ENROL),
  /** 係長: decides first, at the hubs and at the city. */
  SECTION_CHIEF(Reach.ORGANISATION, daily(), READ, WRITE, PRINT),
  /** 課長: decides last, at the city. */
  DIVISION_HEAD(Reach.ORGANISATION, daily(), READ, APPROVE, PRINT),
  /** システム管理者: keeps the system, sees no child. */
  ADMINISTRATOR(Reach.ORGANISATION, EnumSet.noneOf(Category.class), READ, ADMINISTER),
  /** 監査担当: sees who looked at what, and no word of the record. */
  AUDITOR(Reach.ORGANISATION, EnumSet.noneOf(Category.class), READ, AUDIT);

  private final Reach reach;
  private final Set<Category> ceiling;
  private final Set<Right> rights;

  PostKind(Reach reach, Set<Category> ceiling, Right... rights) {
    this.reach = reach;
    this.ceiling = ceiling;
    this.rights = Set.of(rights);
  }

  private static Set<Category> daily() {
    Set<Category> categories =
        EnumSet.of(IDENTITY, LOCATION, INVOLVEMENT, PROFILE, FAMILY, HEALTH, ASSESSMENT);
    categories.addAll(EnumSet.of(SUPPORT, PLAN, MEETING, PROVISION, CONTACT));
    categories.remove(CONSULTATION);
    return categories;
  }

  /**
   * Whether there is such a post at that kind of place: rights of a hub (intake, matching) are
   * never given elsewhere.
   */
  public boolean existsAt(OrganisationKind place) {
    return switch (this) {
      case COUNSELLOR, PROGRAMME_WORKER, CENTRE_HEAD -> place.isHub();
      case HUB_TEACHER -> place == OrganisationKind.EDUCATION_CENTRE;
      case NURSERY_TEACHER, NURSERY_CHIEF, NURSERY_HEAD -> place.isPreschool();
      case HOMEROOM_TEACHER, COORDINATOR, VICE_PRINCIPAL, PRINCIPAL -> place.isSchool();
      case SERVICE_MANAGER -> place == OrganisationKind.DAY_SERVICE;
      case HEALTH_NURSE -> place == OrganisationKind.HEALTH_CENTRE;
      case PLACE_WORKER ->
          place == OrganisationKind.AFTER_SCHOOL
              || place == OrganisationKind.PLANNING_SUPPORT
              || place == OrganisationKind.MEDICAL
              || place == OrganisationKind.CITY_OFFICE
              || place == OrganisationKind.BOARD_OF_EDUCATION;
      case OFFICE_WORKER ->
          place == OrganisationKind.CITY_OFFICE || place == OrganisationKind.BOARD_OF_EDUCATION;
      case SECTION_CHIEF ->
          place.isHub()
              || place == OrganisationKind.CITY_OFFICE
              || place == OrganisationKind.BOARD_OF_EDUCATION
              || place == OrganisationKind.HEALTH_CENTRE;
      case DIVISION_HEAD ->
          place == OrganisationKind.CITY_OFFICE
              || place == OrganisationKind.BOARD_OF_EDUCATION
              || place == OrganisationKind.HEALTH_CENTRE;
      case ADMINISTRATOR, AUDITOR ->
          place.isHub()
              || place == OrganisationKind.CITY_OFFICE
              || place == OrganisationKind.BOARD_OF_EDUCATION;
    };
  }

  public Reach reach() {
    return reach;
  }

  /** Whether there are posts with a caseload at its kind of place. */
  public boolean besideCaseloads() {
    return Arrays.stream(OrganisationKind.values())
        .filter(this::existsAt)
        .anyMatch(place ->
            Arrays.stream(values())
                .anyMatch(one -> one.reach == Reach.CASELOAD && one.existsAt(place)));
  }

  /** Whether its holder answers for who works at the place (ADR 9). */
  public boolean leads() {
    return rights.contains(APPROVE) || rights.contains(ENROL);
  }

  public Set<Category> ceiling() {
    return Set.copyOf(ceiling);
  }

  public Set<Right> rights() {
    return rights;
  }
}
