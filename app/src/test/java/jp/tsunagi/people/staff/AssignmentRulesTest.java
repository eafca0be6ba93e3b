package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.organisation.SchoolClass;
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
    return new AssignmentRules(draft, place, List.of(CLASS), held, oneself, TODAY);
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
        .containsExactly(new AssignmentRefusal.NotOffered("post"));
    assertThat(PostKind.ADMINISTRATOR.existsAt(OrganisationKind.DAY_SERVICE)).isFalse();
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
        .containsExactly(new AssignmentRefusal.Yourself());
  }

  @Test
  void eachFieldIsJudged() {
    assertThat(rules(OrganisationKind.ELEMENTARY, Map.of()).check())
        .extracting(AssignmentRefusal::field)
        .containsExactly("post", "from");
    assertThat(
            rules(
                    OrganisationKind.ELEMENTARY,
                    Map.of("post", "HOMEROOM_TEACHER", "from", "R8.11.20"))
                .check())
        .containsExactly(new AssignmentRefusal.Missing("schoolClass"));
    assertThat(rules(OrganisationKind.ELEMENTARY, homeroom("R8.11.20", "R8.11.19")).check())
        .containsExactly(new AssignmentRefusal.EndsBeforeBegin());
    assertThat(rules(OrganisationKind.ELEMENTARY, homeroom("R9.4.1", "")).check())
        .singleElement()
        .isInstanceOf(AssignmentRefusal.OutsideClassYear.class);
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
        .containsExactly(new AssignmentRefusal.HeldAlready(LocalDate.of(2026, 4, 1)));
  }

  private static HeldPost held(Period period) {
    return new HeldPost(
        AssignmentId.create(),
        StaffId.create(),
        SCHOOL,
        "青空小学校",
        PostKind.HOMEROOM_TEACHER,
        Optional.of("2年1組"),
        period);
  }

  @Test
  void anEndLiesWithinThePost() {
    HeldPost held = held(Period.through(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31)));
    assertThat(EndAssignment.refusal(held, TypedDay.of("R8.12.31", TODAY))).isEmpty();
    assertThat(EndAssignment.refusal(held, TypedDay.of("", TODAY)))
        .contains(new AssignmentRefusal.Missing("lastDay"));
    assertThat(EndAssignment.refusal(held, TypedDay.of("R8.3.31", TODAY)))
        .contains(new AssignmentRefusal.EndsBeforeBegin());
    assertThat(EndAssignment.refusal(held, TypedDay.of("R9.4.1", TODAY)))
        .contains(new AssignmentRefusal.EndsEarlier(LocalDate.of(2027, 3, 31)));
  }

  @Test
  void aPledgeIsOnFileOnceItIsThere() {
    StaffDraft draft = new StaffDraft(StaffId.create(), "森田 かえで", "もりた かえで", "R8.11.21", "");
    assertThat(StaffRules.check(draft, TODAY))
        .containsExactly(new StaffRefusal.PledgeAhead(LocalDate.of(2026, 11, 21)));
  }

  @Test
  void anAccountHasALoginForEveryKeyboardAndASoundPassword() {
    assertThat(StaffRules.check(new StaffDraft.Account("", ""))).isEmpty();
    assertThat(StaffRules.check(new StaffDraft.Account("森田", "midori no oka")))
        .containsExactly(new StaffRefusal.NotALogin());
    assertThat(StaffRules.check(new StaffDraft.Account("morita", "short")))
        .containsExactly(new StaffRefusal.WeakPassword("staff.password.short"));
  }

  @Test
  void aSuggestedPasswordIsSound() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      assertThat(Password.problem(Password.suggested(random), "morita")).isEmpty();
    }
  }
}
