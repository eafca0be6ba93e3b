package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.organisation.SchoolClass;
import jp.tsunagi.people.organisation.TypedDay;
import org.junit.jupiter.api.Test;

class AssignmentRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final OrganisationId SCHOOL = OrganisationId.create();
  private static final SchoolClass CLASS = new SchoolClass(ClassId.create(), SCHOOL, 2026, "2年1組");

  private static AssignmentRules rules(OrganisationKind place, Map<String, String> typed) {
    return rules(place, typed, List.of(), false);
  }

  private static AssignmentRules rules(
      OrganisationKind place, Map<String, String> typed, List<HeldPost> held, boolean oneself) {
    AssignmentDraft draft = AssignmentDraft.of(AssignmentId.create(), typed);
    return new AssignmentRules(
        draft, place, Optional.empty(), List.of(CLASS), held, oneself, TODAY);
  }

  private static AssignmentRules closing(LocalDate from, Map<String, String> typed) {
    AssignmentDraft draft = AssignmentDraft.of(AssignmentId.create(), typed);
    return new AssignmentRules(
        draft,
        OrganisationKind.ELEMENTARY,
        Optional.of(from),
        List.of(CLASS),
        List.of(),
        false,
        TODAY);
  }

  @Test
  void noPostOutlastsItsPlace() {
    LocalDate closed = LocalDate.of(2027, 1, 1);
    assertThat(closing(closed, homeroom("R8.11.20", "")).period())
        .contains(new Period(TODAY, closed));
    Map<String, String> late = Map.of("post", "PRINCIPAL", "from", "R8.11.20", "lastDay", "R9.1.1");
    assertThat(closing(closed, late).check()).extracting(FieldRefusal::field).contains("lastDay");
    Map<String, String> after = Map.of("post", "PRINCIPAL", "from", "R9.1.1");
    assertThat(closing(closed, after).check()).extracting(FieldRefusal::field).contains("from");
    Map<String, String> last =
        Map.of("post", "PRINCIPAL", "from", "R8.12.1", "lastDay", "R8.12.31");
    assertThat(closing(closed, last).check()).isEmpty();
  }

  private static Map<String, String> homeroom(String from, String lastDay) {
    return Map.of(
        "post",
        "HOMEROOM_TEACHER",
        "schoolClass",
        CLASS.id().toString(),
        "from",
        from,
        "lastDay",
        lastDay);
  }

  @Test
  void aClassTeacherStaysUntilTheEndOfTheClass() {
    AssignmentRules rules = rules(OrganisationKind.ELEMENTARY, homeroom("R8.11.20", ""));
    assertThat(rules.check()).isEmpty();
    assertThat(rules.period()).contains(Period.through(TODAY, LocalDate.of(2027, 3, 31)));
  }

  @Test
  void othersStayUntilEnded() {
    AssignmentRules rules =
        rules(OrganisationKind.CENTRE, Map.of("post", "COUNSELLOR", "from", "R9.4.1"));
    assertThat(rules.check()).isEmpty();
    assertThat(rules.period()).contains(Period.since(LocalDate.of(2027, 4, 1)));
  }

  @Test
  void theRightsOfAHubAreNeverGivenElsewhere() {
    assertThat(
            rules(OrganisationKind.NURSERY, Map.of("post", "COUNSELLOR", "from", "R8.11.20"))
                .check())
        .containsExactly(FieldRefusal.of("post", "staff.assignment.refused.offered"));
    assertThat(PostKind.ADMINISTRATOR.existsAt(OrganisationKind.DAY_SERVICE)).isFalse();
  }

  @Test
  void everyKindOfPlaceHasAPost() {
    for (OrganisationKind place : OrganisationKind.values()) {
      assertThat(PostKind.values()).as(place.name()).anyMatch(post -> post.existsAt(place));
    }
    assertThat(PostKind.PLACE_WORKER.ceiling()).doesNotContain(Category.CONSULTATION);
  }

  @Test
  void nobodyGivesAPostToOneself() {
    assertThat(
            rules(
                    OrganisationKind.CENTRE,
                    Map.of("post", "COUNSELLOR", "from", "R8.11.20"),
                    List.of(),
                    true)
                .check())
        .containsExactly(FieldRefusal.of("post", "staff.assignment.refused.yourself"));
  }

  @Test
  void eachFieldIsJudged() {
    assertThat(rules(OrganisationKind.ELEMENTARY, Map.of()).check())
        .extracting(FieldRefusal::field)
        .containsExactly("post", "from");
    assertThat(
            rules(
                    OrganisationKind.ELEMENTARY,
                    Map.of("post", "HOMEROOM_TEACHER", "from", "R8.11.20"))
                .check())
        .containsExactly(
            FieldRefusal.of("schoolClass", "staff.assignment.refused.missing.schoolClass"));
    assertThat(rules(OrganisationKind.ELEMENTARY, homeroom("R8.11.20", "R8.11.19")).check())
        .containsExactly(FieldRefusal.of("lastDay", "staff.assignment.refused.order"));
    assertThat(rules(OrganisationKind.ELEMENTARY, homeroom("R9.4.1", "")).check())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("schoolClass"))
        .satisfies(refusal -> assertThat(refusal.words()).contains("令和8年度"));
    assertThat(rules(OrganisationKind.ELEMENTARY, homeroom("きのう", "")).check())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.words()).contains("読めません"));
  }

  @Test
  void onePostIsNotHeldTwice() {
    HeldPost held = held(Period.since(LocalDate.of(2026, 4, 1)));
    assertThat(
            rules(OrganisationKind.ELEMENTARY, homeroom("R8.11.20", ""), List.of(held), false)
                .check())
        .containsExactly(
            FieldRefusal.of(
                "post", "staff.assignment.refused.held", StaffWords.day(LocalDate.of(2026, 4, 1))));
  }

  private static HeldPost held(Period period) {
    return new HeldPost(
        AssignmentId.create(),
        StaffId.create(),
        SCHOOL,
        "青空小学校",
        Connection.READ_WRITE,
        PostKind.HOMEROOM_TEACHER,
        Optional.of("2年1組"),
        period,
        HeldPost.Standing.HOLDS,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void anEndLiesWithinThePost() {
    HeldPost held = held(Period.through(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31)));
    assertThat(EndAssignment.refusal(held, TypedDay.of("R8.12.31", TODAY))).isEmpty();
    assertThat(EndAssignment.refusal(held, TypedDay.of("", TODAY)))
        .contains(FieldRefusal.of("lastDay", "staff.assignment.refused.missing.lastDay"));
    assertThat(EndAssignment.refusal(held, TypedDay.of("R8.3.31", TODAY)))
        .contains(FieldRefusal.of("lastDay", "staff.assignment.refused.order"));
    assertThat(EndAssignment.refusal(held, TypedDay.of("R9.4.1", TODAY)))
        .contains(
            FieldRefusal.of(
                "lastDay",
                "staff.assignment.refused.earlier",
                StaffWords.day(LocalDate.of(2027, 3, 31))));
  }

  @Test
  void aPledgeIsOnFileOnceItIsThere() {
    StaffDraft draft = new StaffDraft(StaffId.create(), "森田 かえで", "もりた かえで", "R8.11.21", "");
    assertThat(StaffRules.check(draft, TODAY))
        .containsExactly(FieldRefusal.of("pledge", "staff.refused.ahead"));
  }

  @Test
  void anAccountHasALoginForEveryKeyboardAndASoundPassword() {
    assertThat(StaffRules.check(new StaffDraft.Account("", ""), List.of())).isEmpty();
    assertThat(StaffRules.check(new StaffDraft.Account("森田", "midori no oka"), List.of()))
        .containsExactly(FieldRefusal.of("login", "staff.refused.login"));
    assertThat(StaffRules.check(new StaffDraft.Account("morita", "short"), List.of()))
        .containsExactly(FieldRefusal.of("password", "staff.password.short", Password.LEAST));
  }

  @Test
  void aSuggestedPasswordIsSound() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      assertThat(Password.problem(Password.suggested(random), "morita")).isEmpty();
    }
  }
}
