package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A one-time code in the place of a password, and what a login that is there joins by it (E12). */
class StaffInvitationTest {
  private static final Pattern CODE =
      Pattern.compile("<code>([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})</code>");

  private static final String DOOR = SignInInvitationController.URL;
  private static final String JOIN = AccountInvitationController.URL;
  private static final String OWN = "umi no mieru oka 58";

  private final FamilyTown family = new FamilyTown();
  private final TestTown town = family.town;
  private final TestTown city = family.program.newTown();
  private Visitor admin;
  private TestTown.Worker therapist;

  @BeforeEach
  void twoTowns() {
    TwoTowns.called(city, TwoTowns.CITY);
    TwoTowns.called(town, TwoTowns.TOWN);
    var office = town.organisation(OrganisationKind.CITY_OFFICE, "情報係");
    admin =
        family
            .program
            .visitor("127.0.32.1")
            .signIn(town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで"));
    therapist =
        city.worker(
            city.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター"),
            PostKind.COUNSELLOR,
            "水野 しおり");
  }

  /** Somebody is put into the register of the town; the page that hands the code. */
  private Visitor.Reply added(StaffId id) {
    admin.get("/staff/new").is(200);
    return admin
        .post(
            "/staff",
            "id",
            id.toString(),
            "name",
            "水野 しおり",
            "kana",
            "みずの しおり",
            "pledge",
            "2026-04-01",
            "way",
            "code",
            "login",
            "not.used",
            "password",
            "")
        .is(200);
  }

  private void works(StaffId id) {
    Staffing staffing = family.program.bean(Staffing.class);
    town.run(tx ->
        staffing.assign(
            tx,
            id,
            staffing.post(tx, family.centre, PostKind.PROGRAMME_WORKER),
            java.util.Optional.empty(),
            TestTown.LONG_AGO,
            java.util.Optional.empty()));
  }

  private static String code(Visitor.Reply page) {
    var found = CODE.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }

  private Visitor shown(String code, String address) {
    Visitor visitor = family.program.visitor(address);
    visitor.get(DOOR).is(200);
    assertThat(visitor.post(DOOR, "code", code).is(200).text()).contains(TwoTowns.TOWN, "水野 しおり");
    return visitor;
  }

  @Test
  void whoeverIsNewChoosesLoginAndPassword() {
    StaffId id = StaffId.create();
    Visitor.Reply paper = added(id);
    assertThat(paper.text()).contains("この合言葉が見えるのは、この画面だけです", "/sign-in/invitation");
    assertThat(admin.get("/staff/" + id).text())
        .contains("アカウントはありません", "合言葉を渡してあります")
        .doesNotContain(code(paper));
    works(id);
    Visitor visitor = shown(code(paper), "127.0.32.2");
    String url = DOOR + "/account";
    assertThat(
            visitor
                .post(url, "login", "shiori.m", "password", OWN, "again", "other")
                .is(422)
                .text())
        .contains("2回の入力が違います");
    assertThat(
            visitor
                .post(url, "login", therapist.login(), "password", OWN, "again", OWN)
                .is(422)
                .text())
        .contains("このログイン名は使えません");
    String login = "shiori." + id.value().toString().substring(0, 8);
    assertThat(visitor.post(url, "login", login, "password", OWN, "again", OWN).is(200).text())
        .contains("を登録しました", login);
    visitor.post(url, "login", login + "x", "password", OWN, "again", OWN).is(422);
    Visitor in = family.program.visitor("127.0.32.2");
    assertThat(in.signIn(login, OWN).is(200).path()).doesNotContain("sign-in");
    assertThat(TwoTowns.traced(town, Action.ACCOUNT))
        .satisfiesExactly(
            first -> assertThat(first).contains("staff.invitation.issued"),
            second -> assertThat(second).contains("staff.invitation.opened " + id));
  }

  @Test
  void whoeverHasALoginJoinsWithItAndNeitherTownLearnsMore() {
    StaffId id = StaffId.create();
    String code = code(added(id));
    works(id);
    Visitor visitor = shown(code, "127.0.32.3");
    assertThat(visitor.get(JOIN).path()).isEqualTo(SignInController.JOINING);
    Visitor.Reply asked =
        visitor.post("/sign-in", "login", therapist.login(), "password", TestTown.PASSWORD);
    assertThat(asked.is(200).path()).isEqualTo(JOIN);
    assertThat(asked.text()).contains(TwoTowns.TOWN, "水野 しおり", "支援事業担当", therapist.login(), "加わる");
    assertThat(visitor.post(JOIN).is(200).text()).contains("加わりました");
    assertThat(TwoTowns.go(visitor, TwoTowns.TOWN).is(200).text()).contains(TwoTowns.TOWN);
    assertThat(TwoTowns.traced(town, Action.ACCOUNT).getLast())
        .contains("staff.invitation.joined " + id);
    assertThat(city.trace(Action.ACCOUNT)).isEmpty();
    assertThat(admin.get("/staff/" + id).text())
        .contains(therapist.login())
        .doesNotContain(TwoTowns.CITY, "海辺の発達支援センター");
    assertThat(admin.get("/staff/" + id + "/sessions").is(200).text())
        .doesNotContain(TwoTowns.CITY);
  }

  @Test
  void aCodeIsUsedOnceAndLateTriesAreTraced() {
    StaffId id = StaffId.create();
    String code = code(added(id));
    Visitor visitor = shown(code, "127.0.32.4");
    Visitor other = shown(code, "127.0.32.4");
    visitor.post("/sign-in", "login", therapist.login(), "password", TestTown.PASSWORD).is(200);
    visitor.post(JOIN).is(200);
    String url = DOOR + "/account";
    other.post(url, "login", "shiori.late", "password", OWN, "again", OWN).is(422);
    assertThat(other.post(DOOR, "code", code).is(422).text()).contains("この合言葉は使えません");
    assertThat(TwoTowns.traced(town, Action.SIGN_IN_REFUSED))
        .singleElement()
        .asString()
        .contains("staff.invitation.late " + id);
    visitor.get(JOIN).is(422);
  }

  @Test
  void afterTwoWeeksOrALaterCodeItWorksNoMore() {
    StaffId id = StaffId.create();
    String first = code(added(id));
    String second = code(admin.post("/staff/" + id + "/invitation").is(200));
    Visitor visitor = family.program.visitor("127.0.32.5");
    visitor.get(DOOR);
    visitor.post(DOOR, "code", first).is(422);
    visitor.post(DOOR, "code", second.toLowerCase(java.util.Locale.ROOT)).is(200);
    family.program.clock().set(TestClock.START.plus(StaffInvitations.VALID).plusSeconds(1));
    Visitor late = family.program.visitor("127.0.32.5");
    late.get(DOOR);
    late.post(DOOR, "code", second).is(422);
  }

  private static void wrong(Visitor visitor, String code, String said) {
    assertThat(visitor.post(DOOR, "code", code).is(422).text()).contains(said);
  }

  /** A whole town hall comes from one address. */
  @Test
  void wrongCodesStopNobodyElseAtTheAddress() {
    String code = code(added(StaffId.create()));
    Visitor guessing = family.program.visitor("127.0.32.6");
    guessing.get(DOOR);
    for (int i = 0; i < 6; i++) {
      wrong(guessing, "ABCD-EFGH-JKL" + i, "この合言葉は使えません");
    }
    shown(code, "127.0.32.6");
    for (int i = 0; i < 5; i++) {
      wrong(guessing, "XBCD-EFGH-JKLM", "この合言葉は使えません");
    }
    wrong(guessing, "xbcd efgh jklm", "しばらく待ってください");
  }

  @Test
  void afterSixtyFromOneAddressItWaitsAndABrowserThatIsKnownDoesNot() {
    String code = code(added(StaffId.create()));
    Visitor known = family.program.visitor("127.0.32.10").signIn(family.head);
    known.post("/sign-out").is(200);
    Visitor guessing = family.program.visitor("127.0.32.10");
    guessing.get("/sign-in");
    // a wrong login costs less time than a wrong code, and counts in the same place
    for (int i = 0; i < 59; i++) {
      guessing.post("/sign-in", "login", "nobody." + i, "password", OWN).is(422);
    }
    wrong(guessing, "ABCD-EFGH-JKLM", "この合言葉は使えません");
    wrong(guessing, code, "しばらく待ってください");
    known.get(DOOR).is(200);
    assertThat(known.post(DOOR, "code", code).is(200).text()).contains(TwoTowns.TOWN);
  }

  /** Whoever guesses here tries the names of the town and of its places first. */
  @Test
  void noPasswordHasTheNameOfTheTownWhoeverChoosesIt() {
    StaffId id = StaffId.create();
    Visitor visitor = shown(code(added(id)), "127.0.32.12");
    String name = "misaki no umi 1958";
    assertThat(
            visitor
                .post(
                    DOOR + "/account",
                    "login",
                    "nagisa" + System.nanoTime(),
                    "password",
                    name,
                    "again",
                    name)
                .is(422)
                .text())
        .contains("市町村や職場の名前");
    String page = "/staff/" + id + "/password";
    admin.get(page).is(200);
    assertThat(
            admin
                .post(
                    page,
                    "form",
                    java.util.UUID.randomUUID().toString(),
                    "login",
                    "nagisa" + System.nanoTime(),
                    "password",
                    name)
                .is(422)
                .text())
        .contains("市町村や職場の名前");
  }

  /** Who may ask without end learns of every login. */
  @Test
  void loginsThatAreTakenAreCountedForTheCodeAlone() {
    Visitor first = shown(code(added(StaffId.create())), "127.0.32.11");
    String url = DOOR + "/account";
    String[] taken = {"login", therapist.login(), "password", OWN, "again", OWN};
    for (int i = 0; i < 5; i++) {
      assertThat(first.post(url, taken).is(422).text()).contains("このログイン名は使えません");
    }
    assertThat(first.post(url, taken).is(422).text()).contains("15分間止めています");
    Visitor second = shown(code(added(StaffId.create())), "127.0.32.11");
    String login = "nagisa" + System.nanoTime();
    second.post(url, "login", login, "password", OWN, "again", OWN).is(200);
  }

  @Test
  void whoeverActsThereAlreadyDoesNotJoinAsSomebodyElse() {
    StaffId id = StaffId.create();
    Visitor visitor = shown(code(added(id)), "127.0.32.7");
    assertThat(
            visitor
                .post("/sign-in", "login", family.head.login(), "password", TestTown.PASSWORD)
                .is(422)
                .text())
        .contains("この合言葉では加われません", "ほかの方のもの");
    visitor.post(JOIN).is(422);
    Visitor owner = shown(code(admin.post("/staff/" + id + "/invitation").is(200)), "127.0.32.7");
    owner.post("/sign-in", "login", therapist.login(), "password", TestTown.PASSWORD).is(200);
    owner.post(JOIN).is(200);
    assertThat(owner.get(JOIN).is(422).text()).contains("合言葉が使えなくなっています");
  }

  @Test
  void aCodeIsMadeForNobodyWhoHasALoginAndByNobodyElse() {
    admin.get("/staff/" + family.head.staff() + "/invitation").is(404);
    admin.post("/staff/" + family.head.staff() + "/invitation").is(404);
    Visitor stranger = family.program.visitor("127.0.32.8").signIn(family.head);
    stranger.post("/staff/" + StaffId.create() + "/invitation").is(404);
    Visitor elsewhere =
        family
            .program
            .visitor("127.0.32.8")
            .signIn(
                city.worker(
                    city.organisation(OrganisationKind.CITY_OFFICE, "情報課"),
                    PostKind.ADMINISTRATOR,
                    "枝野 つかさ"));
    StaffId id = StaffId.create();
    added(id);
    elsewhere.get("/staff/" + id + "/invitation").is(404);
    elsewhere.post("/staff/" + id + "/invitation").is(404);
  }

  @Test
  void itIsKeptForAQuarterOfAnHourAndNotPastSigningOut() {
    StaffId id = StaffId.create();
    Visitor visitor = shown(code(added(id)), "127.0.32.9");
    visitor.post("/sign-in", "login", therapist.login(), "password", TestTown.PASSWORD).is(200);
    family.program.clock().set(TestClock.START.plus(InvitationTicket.LASTS).plusSeconds(1));
    visitor.post("/account/again", "to", JOIN, "password", TestTown.PASSWORD);
    assertThat(visitor.post(JOIN).is(422).text()).contains("合言葉が使えなくなっています");
    Visitor other = shown(code(admin("/staff/" + id + "/invitation")), "127.0.32.9");
    other.post("/sign-in", "login", therapist.login(), "password", TestTown.PASSWORD).is(200);
    other.post("/sign-out").is(200);
    assertThat(
            other
                .post("/sign-in", "login", family.head.login(), "password", TestTown.PASSWORD)
                .is(200)
                .path())
        .isNotEqualTo(JOIN);
  }

  /** The administrator shows the password once more, and makes another. */
  private Visitor.Reply admin(String url) {
    admin.get(url);
    admin.post("/account/again", "to", url, "password", TestTown.PASSWORD).is(200);
    return admin.post(url).is(200);
  }
}
