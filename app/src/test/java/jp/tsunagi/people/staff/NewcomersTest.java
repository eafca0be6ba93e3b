package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.HeldPost.Standing;
import jp.tsunagi.schema.tables.records.AuditEventRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody makes a reader by himself (ADR 9). */
class NewcomersTest {
  private static final String HANDED = "kasu-neho-zima-gubo";
  private final FamilyTown family = new FamilyTown();
  private final TestTown town = family.town;
  private final String child = "/children/" + family.child;
  private TestTown.Worker shirai;
  private Visitor admin;
  private StaffId fake;
  private String login;

  @BeforeEach
  void administrator() {
    OrganisationId office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    shirai = town.worker(office, PostKind.ADMINISTRATOR, "白井 まき");
    admin = family.program.visitor().signIn(shirai);
    town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(
                tx,
                family.child,
                family.nursery,
                InvolvementKind.ENROLMENT,
                Period.since(LocalDate.of(2026, 4, 1))));
    login = "fake" + town.tenant();
    fake = added("枝野 つかさ", login);
  }

  private StaffId added(String name, String as) {
    StaffId id = StaffId.create();
    admin
        .post(
            "/staff",
            "id",
            id.toString(),
            "name",
            name,
            "kana",
            "えだの つかさ",
            "login",
            as,
            "password",
            HANDED,
            "pledge",
            "R8.11.1")
        .is(200);
    return id;
  }

  private AssignmentId asked(OrganisationId place, PostKind post) {
    return asked(admin, fake, place, post);
  }

  private static AssignmentId asked(Visitor by, StaffId whom, OrganisationId place, PostKind post) {
    AssignmentId id = AssignmentId.create();
    by.post(
            "/staff/" + whom + "/assignments",
            "assignment",
            id.toString(),
            "organisation",
            place.toString(),
            "post",
            post.name(),
            "from",
            "R8.11.1")
        .is(200);
    return id;
  }

  private static Visitor.Reply confirm(Visitor who, AssignmentId id) {
    return who.post("/newcomers", "assignment", id.toString());
  }

  private Visitor.Reply signIn() {
    return family.program.visitor().signIn(login, HANDED);
  }

  private HeldPost post(AssignmentId id) {
    return town.call(tx -> StaffRegisterSql.post(tx, id)).orElseThrow();
  }

  private List<String> abouts() {
    return town.trace(Action.ADMINISTER).stream()
        .map(AuditEventRecord::getDetail)
        .map(detail -> detail.data())
        .toList();
  }

  @Test
  void whoIsPutAtAPlaceReadsNothingUntilItsHeadKnowsThePerson() {
    Visitor head = family.program.visitor().signIn(family.head);
    AssignmentId id = asked(family.nursery, PostKind.NURSERY_HEAD);
    signIn().is(422);
    assertThat(admin.get("/staff/" + fake).is(200).body())
        .contains("確認待ち", "この機関の責任者", "担当の確認を待っているため");
    assertThat(admin.get("/staff").body()).contains("（確認待ち）", "確認を待っている担当が1件");
    assertThat(head.get("/day").is(200).body()).contains("新しく担当に入る人の確認", "/newcomers");
    assertThat(head.get("/newcomers").is(200).body()).contains("枝野 つかさ", "園長", "白井 まき", "知らない人です");

    confirm(admin, id).is(404);
    confirm(head, id).is(200);
    confirm(head, id).is(200);
    assertThat(head.get("/day").body()).doesNotContain("新しく担当に入る人の確認");
    assertThat(signIn().path()).startsWith("/account/password");
    assertThat(post(id).standing()).isEqualTo(HeldPost.Standing.HOLDS);
    assertThat(abouts())
        .filteredOn(about -> about.contains("staff.newcomer.confirmed " + id))
        .hasSize(1);
  }

  @Test
  void aRefusalEndsItAndTellsTheAdministrators() {
    Visitor head = family.program.visitor().signIn(family.head);
    AssignmentId id = asked(family.nursery, PostKind.NURSERY_HEAD);
    String refusal = "/newcomers/" + id + "/refusal";
    assertThat(head.post(refusal, "reason." + id, " ").is(422).body()).contains("返す理由を入力");
    String reason = "この名前の職員はいません";
    head.post(refusal, "reason." + id, reason).is(200);
    head.post(refusal, "reason." + id, reason).is(200);
    assertThat(confirm(head, id).is(422).body()).contains("ほかの人が先に決めたか");
    signIn().is(422);
    assertThat(admin.get("/staff").body()).contains("確認されずに返されました");
    assertThat(admin.get("/staff/" + fake).body()).contains("確認されませんでした", reason, "読みました");
    admin.post("/staff/" + fake + "/assignments/" + id + "/refusal").is(200);
    assertThat(admin.get("/staff").body()).doesNotContain("確認されずに返されました");
    assertThat(admin.get("/staff/" + fake).body()).contains(reason);
    admin.get("/staff/" + fake + "/assignments/" + id + "/end").is(404);
    AssignmentId again = asked(family.nursery, PostKind.NURSERY_HEAD);
    assertThat(post(again).standing()).isEqualTo(HeldPost.Standing.WAITS);
    assertThat(abouts()).anySatisfy(about -> assertThat(about).contains("newcomer.refused " + id));
  }

  @Test
  void nobodyOutsideThePlaceConfirmsNorThePersonConcerned() {
    Visitor head = family.program.visitor().signIn(family.head);
    Visitor stranger = family.program.visitor().signIn(family.counsellor);
    AssignmentId id = asked(family.nursery, PostKind.NURSERY_HEAD);
    confirm(stranger, id).is(404);
    assertThat(stranger.get("/newcomers").is(200).body()).doesNotContain("枝野 つかさ");
    AssignmentId own =
        asked(admin, family.counsellor.staff(), family.centre, PostKind.PROGRAMME_WORKER);
    confirm(stranger, own).is(404);
    confirm(head, own).is(404);
    TestTown.Worker teacher =
        town.worker(
            family.nursery,
            PostKind.NURSERY_TEACHER,
            "浅瀬 りつ",
            Optional.of(town.schoolClass(family.nursery, 2026, "ほし組")));
    family.program.visitor().signIn(teacher).get("/newcomers").is(404);
    admin.post("/newcomers").is(422);
  }

  @Test
  void aloneAnAdministratorMakesNoReaderWhateverIsTried() {
    town.run(
        tx -> family.program.bean(Staffing.class).end(tx, family.head.assignment(), tx.today()));
    AssignmentId successor = asked(family.nursery, PostKind.NURSERY_HEAD);
    assertThat(post(successor).standing()).as("it had a head once").isEqualTo(Standing.WAITS);
    OrganisationId hub = town.organisation(OrganisationKind.EDUCATION_CENTRE, "にせのセンター");
    assertThat(post(asked(hub, PostKind.COUNSELLOR)).standing())
        .as("a hub begins only while there is no child")
        .isEqualTo(Standing.WAITS);
    StaffId accomplice = added("枝野 のぞみ", "accomplice" + town.tenant());
    AssignmentId office = asked(admin, accomplice, shirai.organisation(), PostKind.ADMINISTRATOR);
    assertThat(post(office).standing()).isEqualTo(Standing.WAITS);
    for (AssignmentId id : List.of(successor, office)) {
      confirm(admin, id).is(404);
    }
    assertThat(admin.get("/newcomers").is(200).body()).contains("拠点の責任者");
    signIn().is(422);
    admin.get(child).is(404);
  }

  @Test
  void whereNobodyLeadsAnotherAdministratorConfirmsOrTheHub() {
    town.run(
        tx -> family.program.bean(Staffing.class).end(tx, family.head.assignment(), tx.today()));
    AssignmentId id = asked(family.nursery, PostKind.NURSERY_HEAD);
    Visitor counsellor = family.program.visitor().signIn(family.counsellor);
    assertThat(counsellor.get("/newcomers").is(200).body()).contains("枝野 つかさ");
    TestTown.Worker kuroda = town.worker(shirai.organisation(), PostKind.ADMINISTRATOR, "黒田 みお");
    assertThat(counsellor.get("/newcomers").body()).doesNotContain("枝野 つかさ");
    confirm(counsellor, id).is(404);
    confirm(family.program.visitor().signIn(kuroda), id).is(200);
    assertThat(post(id).standing()).isEqualTo(Standing.HOLDS);
  }

  @Test
  void aPlaceThatKnowsNoChildBeginsWithItsFirstLeadingPersonAndNoOther() {
    OrganisationId school = town.organisation(OrganisationKind.ELEMENTARY, "青空小学校");
    AssignmentId first = asked(school, PostKind.PRINCIPAL);
    assertThat(post(first).standing()).isEqualTo(Standing.HOLDS);
    assertThat(signIn().path()).startsWith("/account/password");
    StaffId next = added("緑川 あおい", "second" + town.tenant());
    assertThat(post(asked(admin, next, school, PostKind.COORDINATOR)).standing())
        .isEqualTo(Standing.WAITS);

    OrganisationId club = town.organisation(OrganisationKind.AFTER_SCHOOL, "あおぞらクラブ");
    town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(
                tx,
                family.child,
                club,
                InvolvementKind.VISIT,
                new Period(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 2))));
    assertThat(post(asked(admin, next, club, PostKind.PLACE_WORKER)).standing())
        .as("it knew a child once")
        .isEqualTo(Standing.WAITS);
    OrganisationId nursery = town.organisation(OrganisationKind.NURSERY, "つくし保育園");
    AssignmentId teacher = AssignmentId.create();
    var ofNoClass = asked(admin, next, nursery, PostKind.NURSERY_HEAD);
    assertThat(ofNoClass).isNotEqualTo(teacher);
    assertThat(post(ofNoClass).standing()).isEqualTo(Standing.HOLDS);
  }

  @Test
  void severalAreConfirmedTogetherAndOneThatIsOverIsSaid() {
    Visitor head = family.program.visitor().signIn(family.head);
    AssignmentId one = asked(family.nursery, PostKind.NURSERY_HEAD);
    StaffId other = added("緑川 あおい", "other" + town.tenant());
    AssignmentId two = asked(admin, other, family.nursery, PostKind.NURSERY_HEAD);
    admin.post("/staff/" + other + "/assignments/" + two + "/take-back").is(200);
    StaffId third = added("黒田 みお", "third" + town.tenant());
    AssignmentId three = asked(admin, third, family.nursery, PostKind.NURSERY_HEAD);
    var reply =
        head.post(
            "/newcomers",
            "assignment",
            one.toString(),
            "assignment",
            two.toString(),
            "assignment",
            three.toString());
    assertThat(reply.is(422).body()).contains("1件は");
    assertThat(post(one).standing()).isEqualTo(Standing.HOLDS);
    assertThat(post(three).standing()).isEqualTo(Standing.HOLDS);
    Optional<HeldPost> taken = town.call(tx -> StaffRegisterSql.post(tx, two));
    assertThat(taken).isEmpty();
  }

  @Test
  void aConfirmedAssignmentReachesFromTheDayOfTheConfirmationOn() {
    Visitor head = family.program.visitor().signIn(family.head);
    AssignmentId id = asked(family.nursery, PostKind.NURSERY_HEAD);
    assertThat(reached(id)).isZero();
    confirm(head, id).is(200);
    assertThat(reached(id)).isEqualTo(1);
  }

  private int reached(AssignmentId id) {
    var reach = jp.tsunagi.schema.Tables.REACH;
    return town.call(tx ->
        tx.sql()
            .fetchCount(
                reach,
                reach.TENANT_ID.eq(tx.tenant()),
                reach.ASSIGNMENT_ID.eq(id),
                reach.CHILD_ID.eq(family.child),
                reach.VALID_FROM.eq(tx.today())));
  }
}
