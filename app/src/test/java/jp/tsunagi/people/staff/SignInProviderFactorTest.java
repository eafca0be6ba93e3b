package jp.tsunagi.people.staff;

import static jp.tsunagi.people.staff.ProviderTown.askedAt;
import static jp.tsunagi.people.staff.ProviderTown.login;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff who have no password but the identity provider, and their second factor. */
class SignInProviderFactorTest {
  private static final String FACTOR = SecondFactorController.URL;
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static ProviderTown there;
  private static TestTown town;

  private SecondFactorTown factors;
  private TestTown.Worker worker;

  @BeforeAll
  static void aMunicipalityWithItsProvider() throws Exception {
    there = new ProviderTown("127.0.4");
    town = there.town;
  }

  @AfterAll
  static void close() {
    there.close();
  }

  /** The administrator handed her a password that she never used. */
  @BeforeEach
  void somebodyWithoutAPassword() {
    there.program.clock().set(TestClock.START);
    factors = new SecondFactorTown(there.program, town);
    town.run(FactorPolicy.OFFERED::decide);
    var centre = town.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター");
    worker = town.worker(centre, PostKind.COUNSELLOR, "白石 なぎさ");
    Accounts accounts = there.program.bean(Accounts.class);
    String hash = accounts.hash("kasu-neho-zima-gubo");
    town.run(tx -> accounts.handPassword(tx, worker.account(), hash, Id.fresh()));
  }

  private static URI at(String path) {
    return URI.create(there.program.named() + path);
  }

  @Test
  void whereAFactorIsRequiredItIsSetUpOnTheWordOfTheProvider() throws Exception {
    town.run(FactorPolicy.REQUIRED::decide);
    Wanderer one = there.inside("127.0.4.210", worker);
    assertThat(Wanderer.onward(one.get(at("/day"))).getPath()).isEqualTo(FACTOR);
    URI asks = Wanderer.onward(one.get(at(FACTOR)));
    assertThat(asks.getPath()).isEqualTo(AgainController.URL);
    assertThat(Wanderer.text(one.get(asks))).contains(AgainController.PROVIDER);
    assertThat(Wanderer.onward(there.again(one, FACTOR, worker.login(), askedAt(0))))
        .as("not sent back to the page that asks")
        .isEqualTo(at(FACTOR));
    HttpResponse<String> page = one.get(at(FACTOR));
    assertThat(page.statusCode()).isEqualTo(200);
    Totp app = SecondFactorTown.scanned(page.body());
    HttpResponse<String> set =
        one.post(at(FACTOR), form(page, SecondFactorTown.offer(page.body()), factors.code(app, 0)));
    assertThat(set.statusCode()).isEqualTo(200);
    assertThat(SecondFactorTown.codes(set.body())).isNotEmpty();
    assertThat(one.get(at("/day")).statusCode()).isEqualTo(200);
    assertThat(there.traced(Action.PASSWORD_SHOWN, worker)).hasSize(1);
    assertThat(there.traced(Action.SECOND_FACTOR, worker))
        .singleElement()
        .asString()
        .contains("staff.factor.set");
  }

  private static String form(HttpResponse<String> page, String offer, String code) {
    return "_csrf=%s&offer=%s&code=%s".formatted(url(token(page)), url(offer), url(code));
  }

  private static String token(HttpResponse<String> page) {
    var token = TOKEN.matcher(page.body());
    assertThat(token.find()).as(page.body()).isTrue();
    return token.group(1);
  }

  private static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void whoIsRefusedThereStillHasNoFactorAndSeesWhy() throws Exception {
    town.run(FactorPolicy.REQUIRED::decide);
    Wanderer one = there.inside("127.0.4.211", worker);
    URI page = Wanderer.onward(there.again(one, FACTOR, worker.login(), ""));
    assertThat(page.getPath()).isEqualTo(AgainController.URL);
    assertThat(Wanderer.text(one.get(page))).contains("たしかめたという知らせが");
    assertThat(Wanderer.onward(one.get(at("/day"))).getPath()).isEqualTo(FACTOR);
    assertThat(there.traced(Action.SIGN_IN_REFUSED, worker)).hasSize(1);
  }

  @Test
  void whoHasAFactorIsNotSentToAPasswordThatIsNotKnown() {
    Totp app = factors.given(worker);
    Visitor visitor = there.visitor();
    assertThat(there.come(visitor, login(worker.login())).path())
        .isEqualTo(SignInCodeController.URL);
    assertThat(SecondFactorTown.type(visitor, factors.code(app, 0)).is(200).path())
        .isEqualTo("/day");
    assertThat(visitor.get(SessionsController.URL).is(200).text()).contains("（市町村の認証と認証アプリ）");
    assertThat(there.traced(Action.SIGN_IN_BEGUN, worker)).hasSize(1);
    assertThat(there.traced(Action.SIGN_IN, worker)).singleElement().asString().contains("APP");
  }

  @Test
  void whoCameInByTheHandedPasswordMustChangeItOrComeBackFromTheProvider() throws Exception {
    Wanderer one = new Wanderer("127.0.4.212");
    there.says(login(worker.login()));
    URI back = Wanderer.onward(one.get(there.away(one)));
    HttpResponse<String> door = one.get(at("/sign-in"));
    String typed = "login=%s&password=kasu-neho-zima-gubo&_csrf=%s";
    one.post(at("/sign-in"), typed.formatted(url(worker.login()), url(token(door))));
    assertThat(Wanderer.onward(one.get(at("/day"))).getPath())
        .isEqualTo(AccountPasswordController.URL);
    assertThat(Wanderer.onward(one.get(back)).getPath()).isEqualTo("/");
    assertThat(one.get(at("/day")).statusCode()).isEqualTo(200);
    assertThat(there.traced(Action.SIGN_IN, worker)).hasSize(2);
  }

  @Test
  void whoDawdlesBeforeTheCodeIsOfferedTheProviderAgain() {
    Totp app = factors.given(worker);
    Visitor visitor = there.visitor();
    there.come(visitor, login(worker.login())).is(200);
    there.program.clock().set(TestClock.START.plus(HalfSignIn.LASTS).plus(Duration.ofSeconds(1)));
    assertThat(SecondFactorTown.type(visitor, factors.code(app, 0)).is(422).text())
        .contains("ログインを始めてから5分がすぎた", "つなぎ市の認証でログインする")
        .doesNotContain("パスワードを入力してから");
    assertThat(visitor.get("/day").path()).isEqualTo("/sign-in");
  }
}
