package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The administrator keeps the register of staff, their posts and accounts. */
class StaffTest {
  private static final String HANDED = "kasu-neho-zima-gubo";
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private TestTown.Worker morita;
  private OrganisationId school;
  private Visitor admin;

  @BeforeEach
  void administrator() {
    OrganisationId office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    school = town.organisation(OrganisationKind.ELEMENTARY, "青空小学校");
    morita = town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
    admin = program.visitor().signIn(morita);
  }

  private String[] teacher(StaffId id, String login, String pledge) {
    return new String[] {
      "id",
      id.toString(),
      "name",
      "髙嶺 りく",
      "kana",
      "タカミネ リク",
      "login",
      login,
      "password",
      HANDED,
      "pledge",
      pledge
    };
  }

  private String[] post(AssignmentId id, PostKind post, String from) {
    return new String[] {
      "assignment",
      id.toString(),
      "organisation",
      school.toString(),
      "post",
      post.name(),
      "from",
      from
    };
  }

  private StaffId added(String login) {
    StaffId id = StaffId.create();
    admin.post("/staff", teacher(id, login, "R8.11.1")).is(200);
    return id;
  }

  private List<HeldPost> posts(StaffId staff) {
    return town.call(tx -> StaffRegisterSql.posts(tx, staff, LocalDate.EPOCH));
  }

  @Test
  void aNewPersonComesInWithPledgeAccountAndPostAndChoosesAPassword() {
    String login = "takamine" + town.tenant();
    StaffId id = StaffId.create();
    assertThat(admin.post("/staff", teacher(id, login, "R8.11.1")).is(200).body())
        .contains("はじめのパスワード", login, HANDED, "data-print");
    assertThat(admin.get("/staff/" + id).body()).as("shown once").doesNotContain(HANDED);
    assertThat(admin.post("/staff", teacher(id, login, "R8.11.1")).is(422).body())
        .contains("渡し済み")
        .doesNotContain(HANDED);
    assertThat(admin.get("/staff/" + id).body()).contains("きょうの担当がないため", "たかみね りく");
    program.visitor().signIn(login, HANDED).is(422);

    AssignmentId post = AssignmentId.create();
    String url = "/staff/" + id + "/assignments";
    assertThat(admin.get(url + "?organisation=" + school).is(200).body()).contains("校長");
    admin.post(url, post(post, PostKind.COORDINATOR, "R8.11.20")).is(200);
    admin.post(url, post(post, PostKind.COORDINATOR, "R8.11.20")).is(200);
    assertThat(posts(id)).hasSize(1);

    Visitor fresh = program.visitor();
    assertThat(fresh.signIn(login, HANDED).path()).startsWith("/account/password");
    assertThat(fresh.get("/staff").path()).startsWith("/account/password");
    fresh
        .post(
            "/account/password",
            "old",
            HANDED,
            "fresh",
            TestTown.PASSWORD,
            "again",
            TestTown.PASSWORD)
        .is(200);
    fresh.get("/staff").is(404);
    program.visitor().signIn(login, HANDED).is(422);
    assertThat(town.trace(Action.PASSWORD_SET)).hasSize(1);
    assertThat(town.trace(Action.ADMINISTER).getFirst().getDetail().data())
        .contains("staff.added " + id);
  }

  @Test
  void withoutPledgeNobodyComesIn() {
    String login = "pledge" + town.tenant();
    StaffId id = StaffId.create();
    admin.post("/staff", teacher(id, login, "")).is(200);
    admin.post(
        "/staff/" + id + "/assignments",
        post(AssignmentId.create(), PostKind.PRINCIPAL, "R8.11.1"));
    program.visitor().signIn(login, HANDED).is(422);
    admin
        .post(
            "/staff/" + id, "name", "髙嶺 りく", "kana", "たかみね りく", "pledge", "R8.11.19", "lastDay", "")
        .is(200);
    program.visitor().signIn(login, HANDED).is(200);
  }

  @Test
  void aRefusalKeepsWhatWasTypedAndLeavesNoRow() {
    var taken = admin.post("/staff", teacher(StaffId.create(), morita.login(), "R8.11.1")).is(422);
    assertThat(taken.body()).contains("髙嶺 りく", "ほかの人が使っています", "R8.11.1");
    var ahead = admin.post("/staff", teacher(StaffId.create(), "x1234", "R8.12.1")).is(422);
    assertThat(ahead.body()).contains("これからの日です");
    assertThat(town.trace(Action.ADMINISTER)).isEmpty();
  }

  @Test
  void whoHasNoTerminalIsAddedWithoutALoginWhateverPasswordThePageProposed() {
    StaffId id = StaffId.create();
    var added = admin.post("/staff", teacher(id, "", "R8.11.1")).is(200);
    assertThat(added.path()).startsWith("/staff/" + id);
    assertThat(added.body()).contains("髙嶺 りく");
  }

  @Test
  void aPostEndsAndOneToComeIsTakenBack() {
    StaffId id = added("ending" + town.tenant());
    AssignmentId now = AssignmentId.create();
    AssignmentId ahead = AssignmentId.create();
    String url = "/staff/" + id + "/assignments";
    admin.post(url, post(now, PostKind.COORDINATOR, "R8.11.1")).is(200);
    admin.post(url, post(ahead, PostKind.VICE_PRINCIPAL, "R9.4.1")).is(200);
    String end = url + "/" + now + "/end";
    assertThat(admin.post(end, "lastDay", "R8.10.1").is(422).body()).contains("R8.10.1", "より前");
    admin.post(end, "lastDay", "R9.3.31").is(200);
    admin.post(url + "/" + now + "/take-back").is(404);
    admin.get(url + "/" + ahead + "/end").is(200);
    admin.post(url + "/" + ahead + "/take-back").is(200);
    assertThat(posts(id))
        .singleElement()
        .satisfies(held ->
            assertThat(held.period().lastDay()).isEqualTo(Optional.of(LocalDate.of(2027, 3, 31))));
  }

  @Test
  void theLastAdministratorStaysAndGivesNothingToHerself() {
    String own = "/staff/" + morita.staff();
    String end = own + "/assignments/" + morita.assignment() + "/end";
    assertThat(admin.post(end, "lastDay", "R8.12.31").is(422).body()).contains("管理者がいません");
    var leaving =
        admin.post(
            own, "name", "森田 かえで", "kana", "もりた かえで", "pledge", "R8.4.1", "lastDay", "R8.12.1");
    assertThat(leaving.is(422).body()).contains("管理者がいません");
    var gift =
        admin.post(
            own + "/assignments", post(AssignmentId.create(), PostKind.PRINCIPAL, "R8.11.20"));
    assertThat(gift.is(422).body()).contains("ほかの管理者に頼んで");
    assertThat(hand(own + "/password", HANDED).is(422).body()).contains("パスワードを変える");
    assertThat(town.trace(Action.ADMINISTER)).isEmpty();
  }

  @Test
  void aHandedPasswordEndsTheSessionsAndASharedAccountIsLeftAlone() {
    TestTown.Worker head = town.worker(school, PostKind.PRINCIPAL, "水野 しおり");
    Visitor open = program.visitor().signIn(head);
    String url = "/staff/" + head.staff() + "/password";
    assertThat(admin.get(url).is(200).body()).contains("水野 しおり", head.login());
    assertThat(hand(url, "short").is(422).body()).contains("12文字");
    assertThat(hand(url, HANDED).is(200).body()).contains(HANDED, head.login());
    assertThat(open.get("/account/password").path()).startsWith("/sign-in");
    assertThat(town.trace(Action.PASSWORD_SET))
        .singleElement()
        .satisfies(row -> assertThat(row.getActorId()).isEqualTo(morita.staff().value()));

    program
        .newTown()
        .run(tx ->
            Accounts.addMembership(
                tx, head.account(), Membership.Kind.STAFF, StaffId.create().value()));
    assertThat(hand(url, "mizu-nura-kasi-tobo").is(422).body()).contains("ログイン名");
    assertThat(admin.get(url).is(200).body()).contains("この市町村だけのログイン");
  }

  private Visitor.Reply hand(String url, String password) {
    return admin.post(url, "form", Id.fresh().toString(), "password", password);
  }

  @Test
  void aSlipSentOnceMoreSetsNothingAndItsPasswordIsNeverHandedAgain() {
    TestTown.Worker head = town.worker(school, PostKind.PRINCIPAL, "水野 しおり");
    String url = "/staff/" + head.staff() + "/password";
    String form = Id.fresh().toString();
    admin.post(url, "form", form, "password", HANDED).is(200);
    Visitor owner = program.visitor();
    owner.signIn(head.login(), HANDED);
    own(owner, HANDED, TestTown.PASSWORD, TestTown.PASSWORD).is(200);

    assertThat(admin.post(url, "form", form, "password", HANDED).is(422).body())
        .contains("渡し済み", "水野 しおり")
        .doesNotContain(HANDED);
    assertThat(hand(url, HANDED).is(422).body()).contains("前に渡したパスワード");
    assertThat(owner.get("/account/password").path()).isEqualTo("/account/password");
    program.visitor().signIn(head.login(), HANDED).is(422);
    admin.post(url, "password", "mizu-nura-kasi-tobo").is(400);
    assertThat(town.trace(Action.PASSWORD_SET)).hasSize(2);
  }

  @Test
  void aHandedPasswordIsGoodForFourteenDays() {
    TestTown.Worker head = town.worker(school, PostKind.PRINCIPAL, "水野 しおり");
    assertThat(hand("/staff/" + head.staff() + "/password", HANDED).is(200).body())
        .contains("までです");
    handedAgo(head, Accounts.HANDED_FOR.minusHours(1));
    program.visitor().signIn(head.login(), HANDED).is(200);
    handedAgo(head, Accounts.HANDED_FOR.plusHours(1));
    program.visitor().signIn(head.login(), HANDED).is(422);
  }

  private void handedAgo(TestTown.Worker who, Duration ago) {
    town.run(tx ->
        tx.sql()
            .update(ACCOUNT)
            .set(ACCOUNT.PASSWORD_SET_AT, tx.now().minus(ago).atOffset(ZoneOffset.UTC))
            .where(ACCOUNT.ACCOUNT_ID.eq(who.account()))
            .execute());
  }

  @Test
  void oneChangesOnesOwnPasswordAndOtherSessionsEnd() {
    TestTown.Worker head = town.worker(school, PostKind.PRINCIPAL, "水野 しおり");
    Visitor here = program.visitor("127.0.0.21").signIn(head);
    Visitor elsewhere = program.visitor("127.0.0.22").signIn(head);
    String url = "/account/password";
    assertThat(own(here, "wrong one entirely", HANDED, HANDED).is(422).body())
        .contains("いまのパスワードが違います");
    assertThat(own(here, TestTown.PASSWORD, HANDED, "other").is(422).body()).contains("2回の入力");
    assertThat(own(here, TestTown.PASSWORD, TestTown.PASSWORD, TestTown.PASSWORD).is(422).body())
        .contains("同じです");
    assertThat(town.trace(Action.PASSWORD_SET)).isEmpty();
    assertThat(own(here, TestTown.PASSWORD, HANDED, HANDED).is(200).body()).contains("変えました");
    assertThat(here.get(url).path()).isEqualTo(url);
    assertThat(elsewhere.get(url).path()).startsWith("/sign-in");
    assertThat(town.trace(Action.PASSWORD_SET)).hasSize(1);
  }

  private static Visitor.Reply own(Visitor who, String old, String fresh, String again) {
    return who.post("/account/password", "old", old, "fresh", fresh, "again", again);
  }

  @Test
  void aPlaceOnPaperSaysWhyNobodyReadsAndLeadsToItsConnection() {
    OrganisationId service = town.organisation(OrganisationKind.DAY_SERVICE, "そらいろ");
    String connection = "/organisations/" + service + "/connection";
    admin.post(connection, "connection", "PAPER").is(200);
    StaffId id = added("sorairo" + town.tenant());
    String url = "/staff/" + id + "/assignments";
    assertThat(admin.get(url).is(200).body()).contains("そらいろ（紙で連携）");
    assertThat(admin.get(url + "?organisation=" + service).is(200).body())
        .contains("児童発達支援管理責任者", "そらいろは紙で連携しています", connection);
    admin
        .post(
            url,
            "assignment",
            AssignmentId.create().toString(),
            "organisation",
            service.toString(),
            "post",
            PostKind.SERVICE_MANAGER.name(),
            "from",
            "R8.11.1")
        .is(200);
    assertThat(admin.get("/staff/" + id).body()).contains("紙で連携しているため", connection);
    admin.post(connection, "connection", "READ").is(200);
    assertThat(admin.get("/staff/" + id).body()).doesNotContain("紙で連携しているため");
  }

  @Test
  void withTheLastDayEveryPostEndsAndNoneComesBackWithALaterOne() {
    TestTown.Worker head = town.worker(school, PostKind.PRINCIPAL, "水野 しおり");
    Visitor open = program.visitor().signIn(head);
    String url = "/staff/" + head.staff();
    String[] form = {
      "name", "水野 しおり", "kana", "みずの しおり", "pledge", "R8.4.1", "lastDay", "R8.11.19"
    };
    admin
        .post(url + "/assignments", post(AssignmentId.create(), PostKind.COORDINATOR, "R9.4.1"))
        .is(200);
    assertThat(open.get("/day").path()).isEqualTo("/day");
    admin.post(url, form).is(200);
    assertThat(open.get("/day").path()).startsWith("/sign-in");
    program.visitor().signIn(head.login(), TestTown.PASSWORD).is(422);
    form[7] = "";
    admin.post(url, form).is(200);
    assertThat(posts(head.staff()))
        .singleElement()
        .satisfies(held ->
            assertThat(held.period().lastDay()).isEqualTo(Optional.of(LocalDate.of(2026, 11, 19))));
    program.visitor().signIn(head.login(), TestTown.PASSWORD).is(422);
  }

  @Test
  void theListIsSortedAndShowsTheStaffOfAPlace() {
    added("sorted" + town.tenant());
    town.worker(school, PostKind.PRINCIPAL, "水野 しおり");
    assertThat(admin.get("/staff?organisation=" + school).is(200).body())
        .contains("水野 しおり", "1人")
        .doesNotContain("森田 かえで</a>");
    String byOrganisation = admin.post("/staff/search", "by", "organisation").is(200).body();
    assertThat(byOrganisation).contains("aria-sort=\"ascending\"");
    assertThat(byOrganisation.indexOf("水野 しおり")).isLessThan(byOrganisation.indexOf("髙嶺 りく"));
    assertThat(admin.post("/staff/search", "sort", "no such column").is(200).body())
        .contains("髙嶺 りく");
  }

  @Test
  void theListIsSearchedByAPostedFormAndSaved() {
    added("listed" + town.tenant());
    assertThat(admin.get("/staff").is(200).body()).contains("髙嶺 りく", "森田 かえで", "2人");
    assertThat(admin.post("/staff/search", "q", "ﾀｶﾐﾈ").is(200).body())
        .contains("髙嶺 りく")
        .doesNotContain("福祉総務課</li>");
    assertThat(admin.post("/staff/search", "lack", "post").is(200).body()).contains("髙嶺 りく");
    admin.post("/staff/list.xlsx").is(200);
    assertThat(town.trace(Action.EXPORT)).hasSize(1);
  }

  @Test
  void forEverybodyElseNothingOfThisIsThere() {
    TestTown.Worker head = town.worker(school, PostKind.PRINCIPAL, "水野 しおり");
    Visitor other = program.visitor().signIn(head);
    String one = "/staff/" + morita.staff();
    for (String path : List.of("/staff", "/staff/new", one, one + "/password")) {
      other.get(path).is(404);
    }
    other.get(one + "/assignments").is(404);
    other.post(one + "/password", "form", Id.fresh().toString(), "password", HANDED).is(404);
    other.post("/staff/search", "q", "").is(404);
    other.post("/staff/list.xlsx").is(404);
    TestTown next = program.newTown();
    OrganisationId place = next.organisation(OrganisationKind.CITY_OFFICE, "となりの課");
    TestTown.Worker foreign = next.worker(place, PostKind.ADMINISTRATOR, "枝野 つかさ");
    admin.get("/staff/" + foreign.staff()).is(404);
    admin.get("/staff/not-an-id").is(400);
  }
}
