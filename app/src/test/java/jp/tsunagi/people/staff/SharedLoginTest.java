package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Trace;
import org.junit.jupiter.api.Test;

/** Whoever administers one municipality gets no key to another by a login that serves both. */
class SharedLoginTest {
  private static final String HANDED = "mizu-nura-kasi-tobo";

  private final TwoTowns two = new TwoTowns();
  private final SecondFactorTown factors = new SecondFactorTown(two.program, two.city);
  private final Visitor admin = two.program.visitor("127.0.33.1").signIn(two.admin);
  private final String page = "/staff/" + two.therapist.staff();

  private Visitor.Reply hand(String login) {
    return admin.post(
        page + "/password", "form", Id.fresh().toString(), "login", login, "password", HANDED);
  }

  private boolean comesInto(String login, String password, String municipality) {
    Visitor visitor = two.program.visitor("127.0.33.2");
    Visitor.Reply reply = visitor.signIn(login, password);
    return reply.status() == 200 && reply.text().contains(municipality);
  }

  @Test
  void aPasswordThatIsHandedIsOfAnotherLoginForThisMunicipalityAlone() {
    Visitor there = two.in(two.therapist.login(), TwoTowns.TOWN, "127.0.33.3");
    assertThat(admin.get(page + "/password").is(200).text())
        .contains("ほかでも使われています", "この市町村だけのログイン")
        .doesNotContain(TwoTowns.TOWN);
    hand(two.therapist.login()).is(422);
    String fresh = two.therapist.login() + ".c";
    assertThat(hand(fresh).is(200).text()).contains(HANDED, fresh);
    // the password of the person is as it was, and opens the town alone
    assertThat(comesInto(two.therapist.login(), HANDED, "つなぎ")).isFalse();
    Visitor owner = two.program.visitor("127.0.33.3");
    assertThat(owner.signIn(two.therapist.login(), TestTown.PASSWORD).is(200).text())
        .contains(TwoTowns.TOWN);
    assertThat(owner.get("/account/membership").status()).isEqualTo(404);
    there.get("/account/password").is(200);
    Visitor handed = two.program.visitor("127.0.33.4");
    assertThat(handed.signIn(fresh, HANDED).is(200).path()).isEqualTo("/account/password");
    assertThat(two.town.trace(Action.PASSWORD_SET)).isEmpty();
  }

  @Test
  void withASecondFactorTwoTakeTheLoginOffAndTheFactorStays() {
    Totp app = factors.given(two.therapist);
    assertThat(admin.get(page + "/password").is(200).text()).contains("パスワードは渡せません", "2人で認める");
    hand("another.login").is(422);
    String url = page + "/factor-removal";
    assertThat(admin.get(url).is(200).text()).contains("このログインをこの市町村から外します");
    Visitor second =
        two.program
            .visitor("127.0.33.5")
            .signIn(two.city.worker(two.admin.organisation(), PostKind.ADMINISTRATOR, "枝野 つかさ"));
    second.get("/staff").is(200);
    admin.post(url, "reason", "窓口で本人と会った").is(200);
    admin.post(url + "/confirmation").is(422);
    assertThat(second.get(url).is(200).text()).contains("いまのログインではこの市町村に入れなくなります");
    second.post(url + "/confirmation").is(200);
    assertThat(TwoTowns.traced(two.city, Action.SECOND_FACTOR).getLast())
        .contains("staff.removal.taken");
    assertThat(two.city.<Boolean>call(tx -> FactorSql.isOn(tx, two.therapist.account()))).isTrue();
    Visitor owner = factors.half(two.therapist, "127.0.33.6");
    assertThat(SecondFactorTown.type(owner, factors.code(app, 0)).is(200).text())
        .contains(TwoTowns.TOWN);
    assertThat(admin.get(page).text()).contains("アカウントはありません");
    admin.get(page + "/invitation").is(200);
  }

  @Test
  void whatWasAskedBeforeSomebodyJoinedTakesTheLoginOffToo() {
    TestTown.Worker alone =
        two.city.worker(two.therapist.organisation(), PostKind.COUNSELLOR, "小川 なぎさ");
    factors.given(alone);
    Visitor second =
        two.program
            .visitor("127.0.33.7")
            .signIn(two.city.worker(two.admin.organisation(), PostKind.ADMINISTRATOR, "枝野 つかさ"));
    String url = "/staff/" + alone.staff() + "/factor-removal";
    admin.get(url).is(200);
    admin.post(url, "reason", "機種変更").is(200);
    two.town.run(tx ->
        Accounts.addMembership(
            tx, alone.account(), Membership.Kind.GUARDIAN, two.family.mother.value()));
    second.get(url).is(200);
    second.post(url + "/confirmation").is(200);
    assertThat(two.city.<Boolean>call(tx -> FactorSql.isOn(tx, alone.account()))).isTrue();
    assertThat(
            two.program
                .visitor("127.0.33.7")
                .signIn(alone.login(), TestTown.PASSWORD)
                .is(200)
                .path())
        .startsWith("/portal");
  }

  @Test
  void atTheMachineAnotherLoginIsHandedForWhatItAdministers() {
    TestTown.Worker chief =
        two.city.worker(two.admin.organisation(), PostKind.ADMINISTRATOR, "枝野 つかさ");
    two.town.run(tx ->
        Accounts.addMembership(
            tx, chief.account(), Membership.Kind.GUARDIAN, two.family.mother.value()));
    factors.given(chief);
    var recovery =
        new Recovery(
            two.program.database(),
            two.program.bean(Trace.class),
            two.program.bean(PasswordRounds.class));
    List<Recovery.Slip> slips = recovery.of(chief.login());
    assertThat(slips).hasSize(1);
    Recovery.Slip slip = slips.getFirst();
    assertThat(slip.login()).isEqualTo(chief.login() + ".2");
    assertThat(
            two.program.visitor("127.0.33.8").signIn(slip.login(), slip.password()).is(200).path())
        .isEqualTo("/account/password");
    assertThat(two.program.visitor("127.0.33.8").signIn(chief.login(), slip.password()).status())
        .isEqualTo(422);
    assertThat(
            two.program
                .visitor("127.0.33.8")
                .signIn(chief.login(), TestTown.PASSWORD)
                .is(200)
                .path())
        .startsWith("/portal");
    assertThat(two.city.<Boolean>call(tx -> FactorSql.isOn(tx, chief.account()))).isTrue();
  }

  @Test
  void sessionsOfTheOtherMunicipalityAreNeitherSeenNorEnded() {
    Visitor there = two.in(two.therapist.login(), TwoTowns.TOWN, "127.0.33.9");
    assertThat(admin.get(page + "/sessions").is(200).text()).contains("いまどこにもログインしていません");
    admin.post(page + "/sessions").is(200);
    there.get("/account/password").is(200);
  }

  @Test
  void atASharedTerminalOneWorksForItsPlaceAndGoesNowhereElse() {
    Visitor pc = two.program.visitor("127.0.33.10");
    pc.signIn(two.therapist.login(), TestTown.PASSWORD);
    pc.post(
            SignInMembershipController.URL,
            "to",
            TwoTowns.mark(pc.get(SignInMembershipController.URL), TwoTowns.CITY))
        .is(200);
    pc.get("/terminals/new").is(200);
    pc.post(
            "/terminals/new",
            "id",
            Id.fresh().toString(),
            "place",
            two.therapist.organisation().toString(),
            "name",
            "相談室")
        .is(200);
    pc.post("/sign-out").is(200);
    pc.get(SignInController.BY_PASSWORD);
    Visitor.Reply in =
        pc.post("/sign-in", "login", two.therapist.login(), "password", TestTown.PASSWORD).is(200);
    assertThat(in.path()).isNotEqualTo(SignInMembershipController.URL);
    assertThat(in.text()).contains(TwoTowns.CITY).doesNotContain("市町村・立場の切りかえ");
    pc.get(MembershipController.URL).is(404);
    String town =
        two.program
            .bean(PersonMark.class)
            .of(
                new Membership(
                    two.therapist.account(),
                    two.town.tenant(),
                    Membership.Kind.STAFF,
                    two.there.value()));
    pc.post(MembershipController.URL, "to", town).is(404);
    assertThat(two.town.trace(Action.SIGN_IN)).isEmpty();
    Visitor inTown = two.in(two.therapist.login(), TwoTowns.TOWN, "127.0.33.12");
    assertThat(pc.get(SessionsController.URL).is(200).text()).doesNotContain("この端末のほかを");
    pc.post(SessionsController.URL + "/others/end").is(200);
    assertThat(inTown.get("/account/password").path()).isEqualTo("/account/password");
  }

  @Test
  void whatIsLeftInOneTownIsLeftThereAlone() {
    AccountId account = two.therapist.account();
    two.city.run(tx ->
        two.program
            .bean(Accounts.class)
            .leave(
                tx,
                new Membership(
                    account,
                    two.city.tenant(),
                    Membership.Kind.STAFF,
                    two.therapist.staff().value())));
    assertThat(
            two.program
                .visitor("127.0.33.11")
                .signIn(two.therapist.login(), TestTown.PASSWORD)
                .is(200)
                .text())
        .contains(TwoTowns.TOWN);
  }
}
