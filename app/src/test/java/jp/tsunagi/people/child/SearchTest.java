package jp.tsunagi.people.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static final LocalDate BORN = LocalDate.of(2021, 4, 2);

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final TestChildren children = new TestChildren(program, town);
  private OrganisationId nursery;
  private OrganisationId other;
  private Visitor head;
  private ChildId ours;

  @BeforeEach
  void town() {
    nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
    other = town.organisation(OrganisationKind.NURSERY, "海辺こども園");
    head = program.visitor().signIn(town.worker(nursery, PostKind.NURSERY_HEAD, "白石 なぎさ"));
    ours = enrolled(nursery, "髙嶺", "たかみね", "りく", "りく");
  }

  private ChildId enrolled(
      OrganisationId at, String family, String familyKana, String given, String givenKana) {
    return children.add(at, InvolvementKind.ENROLMENT, family, familyKana, given, givenKana, BORN);
  }

  private String found(String typed) {
    return head.post("/children/search", "q", typed).is(200).body();
  }

  @Test
  void everyWayOfTypingFindsTheChildWithPlaceAndAge() {
    for (String typed :
        List.of(
            "たかみね", "タカミ", "ﾀｶﾐﾈ", "高嶺", "髙", "りく", "りくたか", "R3.4.2", "2021-04-02", "高嶺 R3.4.2")) {
      assertThat(found(typed))
          .as(typed)
          .contains("/children/" + ours, "令和3年4月2日", "みどり保育園", "5歳7か月");
    }
    assertThat(found("030402")).contains("/children/" + ours);
    assertThat(found("たかのね")).doesNotContain("/children/" + ours).contains("わたしの関わる中にいません");
  }

  @Test
  void theLastFourDigitsOfAGuardiansPhoneFind() {
    var guardians = program.bean(Guardians.class);
    town.run(tx -> {
      GuardianId mother = GuardianId.create();
      guardians.put(
          tx,
          new Guardians.Guardian(
              mother, "髙嶺 みなみ", "たかみね みなみ", Optional.of("080-0000-7312"), Optional.empty()));
      guardians.relate(
          tx,
          ours,
          new Guardians.Guardianship(
              mother, Relation.MOTHER, 1, Optional.empty(), Optional.of(Period.since(BORN))));
    });
    assertThat(found("7312")).contains("/children/" + ours);
  }

  @Test
  void aPhoneFindsOnlyWhereItMayBeRead() {
    ChildId theirs = enrolled(other, "波田", "はた", "みお", "みお");
    GuardianId father = GuardianId.create();
    town.run(tx -> {
      program
          .bean(Involvements.class)
          .open(tx, theirs, nursery, InvolvementKind.ENROLMENT, Period.since(BORN));
      var guardians = program.bean(Guardians.class);
      guardians.put(
          tx,
          new Guardians.Guardian(
              father, "波田 わたる", "はた わたる", Optional.of("080-0000-4821"), Optional.empty()));
      guardians.relate(
          tx,
          theirs,
          new Guardians.Guardianship(
              father, Relation.FATHER, 1, Optional.empty(), Optional.of(Period.since(BORN))));
    });
    assertThat(found("はた")).contains("/children/" + theirs);
    assertThat(found("4821")).doesNotContain("/children/" + theirs);
    assertThat(found("はた 4821")).doesNotContain("/children/" + theirs);
    assertThat(town.shownBy(town.trace(Action.SEARCH).getLast())).isEmpty();
    agreed(theirs, nursery);
    head.get("/children/" + theirs + "/address").is(404);
    assertThat(found("4821")).as("named givers, not whose word it is").doesNotContain("/" + theirs);
    agreed(theirs, other);
    assertThat(found("4821")).contains("/children/" + theirs);
    head.get("/children/" + theirs + "/address").is(200);
  }

  /** Another guardian, no longer there, opens where to call, of one place's records. */
  private void agreed(ChildId child, OrganisationId giving) {
    town.run(tx ->
        program
            .bean(Consents.class)
            .give(
                tx,
                new NewConsent(
                    ConsentId.create(),
                    child,
                    ConsentKind.SHARE,
                    GuardianId.create(),
                    ConsentMeans.PAPER,
                    BORN,
                    "連絡先",
                    Optional.of(Set.of(giving)),
                    Set.of(nursery),
                    List.of(ScopeLine.of(Category.LOCATION)),
                    false,
                    Period.since(BORN),
                    Optional.empty())));
  }

  @Test
  void whoIsOutOfReachIsNeverFound() {
    ChildId theirs = enrolled(other, "髙嶺", "たかみね", "うみ", "うみ");
    assertThat(found("たかみね")).contains(ours.toString()).doesNotContain(theirs.toString());
    assertThat(found("R3.4.2")).doesNotContain(theirs.toString());
    var event = town.trace(Action.SEARCH).getLast();
    assertThat(town.shownBy(event)).containsExactly(ours);
    assertThat(event.getCanonical()).isNotEmpty();
  }

  @Test
  void theSameNameIsWarnedOf() {
    assertThat(found("たかみね")).doesNotContain("同じ読み");
    enrolled(nursery, "高峰", "タカミネ", "陸", "リク");
    assertThat(found("たかみね")).contains("同じ読みの児童がほかに1人います");
  }

  @Test
  void familyNamesComeBeforeGivenNamesAndTwentyFillAPage() {
    ChildId given = enrolled(nursery, "森田", "もりた", "あおい", "あおい");
    for (int i = 0; i < 21; i++) {
      enrolled(nursery, "青海", "あおみ", "子" + i, "あ");
    }
    String first = found("あお");
    assertThat(first).contains("次の20人").doesNotContain(given.toString());
    String second =
        head.post(
                "/children/search",
                "q",
                "あお",
                "after.rank",
                value(first, "after.rank"),
                "after.key",
                value(first, "after.key"),
                "after.child",
                value(first, "after.child"))
            .is(200)
            .body();
    assertThat(second).contains(given.toString()).doesNotContain("次の20人");
  }

  private static String value(String page, String name) {
    var match =
        java.util.regex.Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(match.find()).isTrue();
    return match.group(1);
  }

  @Test
  void whatWasTypedStandsCoveredInTheAddressAndOneComesBackToIt() {
    Visitor.Reply first = head.post("/children/search", "q", "たかみね");
    assertThat(first.path())
        .startsWith("/children/search?for=")
        .doesNotContain("たかみね", java.net.URLEncoder.encode("たかみね", StandardCharsets.UTF_8));
    assertThat(head.get(first.path()).is(200).body()).contains("/children/" + ours, "たかみね");
    assertThat(town.trace(Action.SEARCH)).as("looking again leaves a row again").hasSize(2);
  }

  @Test
  void theAddressOfSomebodyElsesSearchLooksForNothing() {
    String address = head.post("/children/search", "q", "たかみね").path();
    Visitor teacher =
        program.visitor().signIn(town.worker(nursery, PostKind.NURSERY_HEAD, "緑川 まこと"));
    assertThat(teacher.get(address).is(200).body()).doesNotContain(ours.toString(), "たかみね");
    assertThat(teacher.get("/children/search?for=AAAA").is(200).body())
        .doesNotContain(ours.toString());
  }

  @Test
  void aBirthDateThatIsNoneIsSaidToBeNone() {
    assertThat(found("令和元年2月30日")).contains("その日付は暦にありません").doesNotContain("わたしの関わる中に");
    assertThat(found("R9.9.9")).contains("まだ来ていない日");
    assertThat(found("9999")).contains("わたしの関わる中にいません");
  }

  @Test
  void oneKanaIsTooLittle() {
    assertThat(found("た")).contains("もう1文字").doesNotContain(ours.toString());
    assertThat(found("　")).doesNotContain(ours.toString());
  }

  @Test
  void aSearchCostsAHandfulOfStatements() {
    assertThat(head.post("/children/search", "q", "たか").is(200).statements())
        .hasSizeLessThanOrEqualTo(10);
  }
}
