package jp.tsunagi.people.staff;

import static jp.tsunagi.people.staff.ProviderTown.askedAt;
import static jp.tsunagi.people.staff.ProviderTown.login;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff sign in at an identity provider that somebody else has written. */
class SignInProviderTest {
  private static final String URL = SignInProviderController.URL;
  private static ProviderTown there;
  private static TestProgram program;
  private static TestTown town;

  private TestTown.Worker worker;

  @BeforeAll
  static void aMunicipalityWithItsProvider() throws Exception {
    there = new ProviderTown("127.0.3");
    program = there.program;
    town = there.town;
  }

  @AfterAll
  static void close() {
    there.close();
  }

  @BeforeEach
  void somebody() {
    program.clock().set(TestClock.START);
    town.run(FactorPolicy.OFFERED::decide);
    var centre = town.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター");
    worker = town.worker(centre, PostKind.COUNSELLOR, "白石 なぎさ");
  }

  private static Visitor visitor() {
    return there.visitor();
  }

  private static Visitor.Reply come(Visitor visitor, Map<String, Object> claims) {
    return there.come(visitor, claims);
  }

  private List<String> traced(Action action) {
    return there.traced(action, worker);
  }

  @Test
  void whoIsKnownThereAndHereComesIn() {
    Visitor visitor = visitor();
    assertThat(visitor.get("/sign-in").is(200).text()).contains("つなぎ市の認証でログインする");
    assertThat(come(visitor, login(worker.login())).is(200).path()).isEqualTo("/day");
    assertThat(traced(Action.SIGN_IN)).singleElement().asString().contains("staff.factor.PROVIDER");
    assertThat(visitor.get(SessionsController.URL).text()).contains("（市町村の認証）");
    assertThat(visitor.get("/account/pin").path()).as("the password").startsWith("/account/again");
    visitor.post("/sign-out").is(200);
    assertThat(visitor.get("/day").path()).isEqualTo("/sign-in");
    assertThat(traced(Action.SIGN_OUT)).hasSize(1);
  }

  @Test
  void theCodeIsShownWithOurSecretAndTheVerifier() {
    there.heard();
    come(visitor(), login(worker.login())).is(200);
    List<RecordedRequest> heard = there.heard();
    assertThat(heard)
        .filteredOn(one -> String.valueOf(one.getPath()).contains("/authorize"))
        .singleElement()
        .satisfies(one ->
            assertThat(one.getPath())
                .contains("response_type=code", "code_challenge_method=S256", "state=", "nonce=")
                .contains("scope=openid", "sign-in%2Fprovider%2Freturn"));
    assertThat(heard)
        .filteredOn(one -> String.valueOf(one.getPath()).endsWith("/token"))
        .singleElement()
        .satisfies(one ->
            assertThat(one.getBody().readUtf8())
                .contains("grant_type=authorization_code", "code_verifier="))
        .satisfies(one -> assertThat(one.getHeader("Authorization")).startsWith("Basic "));
  }

  @Test
  void theSecondFactorIsAskedForUnlessItWasShownThere() {
    var factors = new SecondFactorTown(program, town);
    Totp app = factors.given(worker);
    Visitor visitor = visitor();
    assertThat(come(visitor, login(worker.login())).is(200).path())
        .isEqualTo(SignInCodeController.URL);
    assertThat(visitor.get("/day").path()).isEqualTo("/sign-in");
    assertThat(traced(Action.SIGN_IN_BEGUN)).singleElement().asString().contains("PROVIDER");
    SecondFactorTown.type(visitor, factors.code(app, 0)).is(200);
    assertThat(visitor.get("/day").is(200).path()).isEqualTo("/day");
    Map<String, Object> both =
        Map.of(ProviderSettings.USUAL_CLAIM, worker.login(), "amr", List.of("pwd", "mfa"));
    assertThat(come(visitor(), both).is(200).path()).isEqualTo("/day");
    assertThat(traced(Action.SIGN_IN).getLast()).contains("staff.factor.PROVIDER both");
    Map<String, Object> other =
        Map.of(ProviderSettings.USUAL_CLAIM, worker.login(), "amr", List.of("pwd"), "acr", "1");
    assertThat(come(visitor(), other).path()).isEqualTo(SignInCodeController.URL);
  }

  @Test
  void whereAFactorIsRequiredThePageOfTheFactorComesFirst() {
    town.run(FactorPolicy.REQUIRED::decide);
    assertThat(come(visitor(), login(worker.login())).path()).startsWith(AgainController.URL);
    Map<String, Object> both = Map.of(ProviderSettings.USUAL_CLAIM, worker.login(), "acr", "mfa");
    assertThat(come(visitor(), both).is(200).path()).isEqualTo("/day");
  }

  private Wanderer inside(String from) throws Exception {
    return there.inside(from, worker);
  }

  private static HttpResponse<String> again(Wanderer one, String login, String claims)
      throws Exception {
    return there.again(one, "/account/pin", login, claims);
  }

  @Test
  void whoHasNoPasswordShowsItOnceMoreThere() throws Exception {
    Wanderer one = inside("127.0.3.210");
    URI pin = URI.create(program.named() + "/account/pin");
    URI before = Wanderer.onward(one.get(pin));
    assertThat(before.getPath()).isEqualTo(AgainController.URL);
    assertThat(Wanderer.text(one.get(before))).contains("つなぎ市の認証でたしかめる");
    assertThat(Wanderer.onward(again(one, worker.login(), askedAt(0)))).isEqualTo(pin);
    assertThat(one.get(pin).statusCode()).isEqualTo(200);
    assertThat(traced(Action.PASSWORD_SHOWN))
        .singleElement()
        .asString()
        .contains("staff.factor.PROVIDER");
  }

  @Test
  void whoIsAnotherOrWasNotAskedShowsNothing() throws Exception {
    Wanderer one = inside("127.0.3.211");
    var other = town.worker(worker.organisation(), PostKind.COUNSELLOR, "水野 しおり");
    unshown(one, again(one, other.login(), askedAt(0)), "別の人としてたしかめられました", "OTHER");
    unshown(one, again(one, worker.login(), askedAt(600)), "たしかめたという知らせが", "UNASKED");
    unshown(one, again(one, worker.login(), ""), "たしかめたという知らせが", "UNASKED");
    URI pin = URI.create(program.named() + "/account/pin");
    assertThat(Wanderer.onward(one.get(pin)).getPath()).isEqualTo(AgainController.URL);
    assertThat(traced(Action.PASSWORD_SHOWN)).isEmpty();
  }

  private void unshown(Wanderer one, HttpResponse<String> answer, String said, String word)
      throws Exception {
    URI page = Wanderer.onward(answer);
    assertThat(page.getPath()).isEqualTo(AgainController.URL);
    assertThat(Wanderer.text(one.get(page))).contains(said);
    assertThat(traced(Action.SIGN_IN_REFUSED).getLast()).contains(word);
  }

  @Test
  void aHandedPasswordIsNotAskedForOnTheWay() {
    Accounts accounts = program.bean(Accounts.class);
    String hash = accounts.hash("kasu-neho-zima-gubo");
    town.run(tx -> accounts.handPassword(tx, worker.account(), hash, Id.fresh()));
    assertThat(come(visitor(), login(worker.login())).is(200).path()).isEqualTo("/day");
  }

  private void refused(Map<String, Object> claims, String said) {
    Visitor visitor = visitor();
    assertThat(come(visitor, claims).is(422).text()).contains("市町村の認証ではたしかめられませんでした", said);
    assertThat(visitor.get("/day").path()).isEqualTo("/sign-in");
  }

  @Test
  void nobodyIsMadeOnTheWayAndNobodyElseComesIn() {
    refused(login("nobody.here"), "市町村の認証のログイン名と同じものがありません");
    refused(Map.of(), "ログイン名が伝えられませんでした");
    refused(Map.of("email", worker.login()), "ログイン名が伝えられませんでした");
    var gone =
        town.worker(
            worker.organisation(),
            PostKind.COUNSELLOR,
            "水野 しおり",
            Optional.empty(),
            new Period(TestTown.LONG_AGO, LocalDate.of(2020, 4, 1)));
    refused(login(gone.login()), "いまは、このログイン名で使えません");
    assertThat(town.trace(Action.SIGN_IN_REFUSED).getLast().getDetail().data())
        .contains("ENDED", gone.staff().toString());
    town.run(tx ->
        program
            .bean(Accounts.class)
            .leave(
                tx,
                new Membership(
                    worker.account(),
                    town.tenant(),
                    Membership.Kind.STAFF,
                    worker.staff().value())));
    refused(login(worker.login()), "市町村の認証のログイン名と同じものがありません");
  }

  @Test
  void aProviderSpeaksForItsOwnMunicipality() {
    TenantId as = new TenantId(2);
    List<TenantId> both = List.of(new TenantId(1), new TenantId(2));
    assertThat(SignInProvider.vouches(Optional.empty(), both, as)).isFalse();
    assertThat(SignInProvider.vouches(Optional.empty(), List.of(new TenantId(2)), as)).isTrue();
    assertThat(SignInProvider.vouches(Optional.of(new TenantId(1)), both, as)).isFalse();
    assertThat(SignInProvider.vouches(Optional.of(new TenantId(2)), both, as)).isTrue();
  }

  @Test
  void whatTheTokenSaysMustBeMeantForUs() {
    for (var wrong :
        List.<Map<String, Object>>of(
            Map.of(ProviderSettings.USUAL_CLAIM, worker.login(), "nonce", "another"),
            Map.of(ProviderSettings.USUAL_CLAIM, worker.login(), "iss", "https://other.example"),
            Map.of(ProviderSettings.USUAL_CLAIM, worker.login(), "aud", "somebody else"))) {
      refused(wrong, "信頼できるものとたしかめられませんでした");
    }
    assertThat(traced(Action.SIGN_IN)).isEmpty();
  }

  /** A link from elsewhere would let in whoever is known there, without having wanted to. */
  @Test
  void nothingBeginsButByTheButtonAtTheDoor() throws Exception {
    Wanderer one = new Wanderer("127.0.3.205");
    URI way = URI.create(program.named() + URL);
    assertThat(one.get(way).statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(one.post(way, "").statusCode()).as("without the token of the form").isEqualTo(403);
    assertThat(one.cookie(ProviderJourney.COOKIE)).isEmpty();
    HttpResponse<String> pressed = there.pressed(one);
    assertThat(pressed.statusCode()).isEqualTo(200);
    assertThat(Wanderer.text(pressed)).contains("認証のページへ移ります");
    assertThat(one.cookie(ProviderJourney.COOKIE)).isNotEmpty();
  }

  @Test
  void whoComesBackIsWhoWentAndOnce() throws Exception {
    Wanderer one = new Wanderer("127.0.3.200");
    HttpResponse<String> away = there.pressed(one);
    String journey = one.cookie(ProviderJourney.COOKIE);
    there.says(login(worker.login()));
    URI back = Wanderer.onward(one.get(Wanderer.onward(away)));
    Wanderer other = new Wanderer("127.0.3.201");
    assertThat(other.get(back).statusCode()).as("no cookie").isEqualTo(422);
    there.away(other);
    assertThat(Wanderer.text(other.get(back))).as("another journey").contains("別の画面で始めたか");
    URI wrong = URI.create(back.toString().replaceAll("state=[^&]+", "state=other"));
    assertThat(one.get(wrong).statusCode()).isEqualTo(422);
    one.keep(ProviderJourney.COOKIE, journey);
    assertThat(one.get(back).statusCode()).isEqualTo(303);
    assertThat(one.cookie(Door.COOKIE)).isNotEmpty();
    one.keep(ProviderJourney.COOKIE, journey);
    assertThat(one.get(back).statusCode()).as("once").isEqualTo(422);
    assertThat(traced(Action.SIGN_IN)).hasSize(1);
  }

  @Test
  void whoIsRefusedThereIsToldSoAndWhoDawdlesBeginsAnew() throws Exception {
    Wanderer one = new Wanderer("127.0.3.202");
    assertThat(Wanderer.text(back(one, "&error=access_denied"))).contains("取りやめられたか、断られました");
    Wanderer late = new Wanderer("127.0.3.203");
    URI begun = there.away(late);
    URI back = Wanderer.onward(late.get(begun));
    program.clock().set(TestClock.START.plus(ProviderJourney.LASTS).plusSeconds(1));
    assertThat(late.get(back).statusCode()).isEqualTo(422);
    assertThat(one.cookie(ProviderJourney.COOKIE)).isEmpty();
  }

  @Test
  void atASharedTerminalOneSignsInByName() {
    var nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
    var head = town.worker(nursery, PostKind.NURSERY_HEAD, "花園 みつ");
    Visitor desk = visitor().signIn(head);
    String id = UUID.randomUUID().toString();
    desk.post("/terminals/new", "id", id, "place", nursery.toString(), "name", "職員室").is(200);
    assertThat(desk.get(SignInController.BY_PASSWORD).text()).doesNotContain("つなぎ市の認証");
    assertThat(desk.post(URL).is(422).text()).contains("共用の端末では、名前を選んで");
    desk.signIn(head);
    program.clock().set(TestClock.START.plus(AfterPassword.TO_SEE).plusSeconds(1));
    Visitor.Reply asks = desk.get("/account/pin");
    assertThat(asks.path()).startsWith(AgainController.URL);
    assertThat(asks.text()).contains("次のどれかで").doesNotContain(AgainController.PROVIDER);
    desk.get(AgainController.PROVIDER + "?to=/account/pin").is(404);
    Visitor elsewhere = visitor().signIn(head);
    program.clock().set(TestClock.START.plus(AfterPassword.TO_SEE.multipliedBy(3)));
    assertThat(elsewhere.get("/account/pin").text()).contains(AgainController.PROVIDER);
    program.clock().set(TestClock.START);
  }

  @Test
  void aWholeTownHallComesFromOneAddress() throws Exception {
    Wanderer hall = new Wanderer("127.0.3.204");
    for (int i = 0; i < 60; i++) {
      assertThat(Wanderer.text(back(hall, "&error=access_denied"))).contains("取りやめられたか");
    }
    for (int i = 0; i < 60; i++) {
      assertThat(Wanderer.text(back(hall, "&code=made-up"))).doesNotContain("15分間止めています");
    }
    assertThat(Wanderer.text(back(hall, "&code=made-up"))).contains("15分間止めています");
    come(visitor(), login(worker.login())).is(200);
  }

  /** Somebody comes back from the provider with that. */
  private static HttpResponse<String> back(Wanderer one, String said) throws Exception {
    URI begun = there.away(one);
    String state = begun.getQuery().replaceAll(".*state=([^&]+).*", "$1");
    String path = program.named() + SignInProviderController.BACK + "?state=" + state;
    return one.get(URI.create(path + said));
  }

  @Test
  void aRealBrowserGoesThereAndComesBack() {
    try (var browser = TestBrowser.named(program)) {
      browser.visit("/sign-in").screenshot("sign-in-provider");
      there.says(login(worker.login()));
      browser.page().getByText("つなぎ市の認証でログインする").click();
      browser.page().waitForURL("**/day");
      assertThat(browser.page().content()).contains("白石 なぎさ");
    }
  }

  @Test
  void withoutAProviderThereIsNoWay() {
    TestProgram none = TestProgram.shared();
    none.visitor().post(URL).is(404);
    none.visitor().get(SignInProviderController.BACK + "?state=x&code=y").is(404);
    assertThat(none.visitor().get("/sign-in").body()).doesNotContain(URL + "\"");
  }

  @Test
  void theAccountIsFoundWhileItIsOpen() {
    Optional<AccountId> found = town.call(tx -> Accounts.named(tx, worker.login()));
    assertThat(found).contains(worker.account());
    Optional<AccountId> none = town.call(tx -> Accounts.named(tx, worker.login() + "x"));
    assertThat(none).isEmpty();
  }
}
