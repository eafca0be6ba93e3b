package jp.tsunagi.people.staff;

import static jp.tsunagi.people.staff.ProviderTown.askedAt;
import static jp.tsunagi.people.staff.ProviderTown.login;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account is one person's at the identity provider, whatever login is named. */
class ProviderSubjectTest {
  private static ProviderTown there;
  private static TestTown town;

  private TestTown.Worker worker;

  @BeforeAll
  static void aMunicipalityWithItsProvider() throws Exception {
    there = new ProviderTown("127.0.5");
    town = there.town;
  }

  @AfterAll
  static void close() {
    there.close();
  }

  @BeforeEach
  void somebody() {
    var centre = town.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター");
    worker = town.worker(centre, PostKind.COUNSELLOR, "白石 なぎさ");
  }

  private void isAnother(String subject, TestTown.Worker named) {
    there.says(subject, login(named.login()));
    Visitor visitor = there.visitor();
    assertThat(visitor.post(SignInProviderController.URL).is(422).text()).contains("はじめに入った人と違います");
    assertThat(visitor.get("/day").path()).isEqualTo("/sign-in");
    assertThat(there.traced(Action.SIGN_IN_REFUSED, named))
        .singleElement()
        .asString()
        .contains("STRANGER");
  }

  @Test
  void aLoginThatPassesToSomebodyElseThereOpensNothing() throws Exception {
    var other = town.worker(worker.organisation(), PostKind.COUNSELLOR, "水野 しおり");
    there.come(there.visitor(), login(worker.login())).is(200);
    isAnother("another at home", worker);
    isAnother("at home " + worker.login(), other);
    Wanderer one = there.inside("127.0.5.212", worker);
    town.run(tx -> {
      ProviderSubjectSql.forget(tx, worker.account());
      var another = ProviderSubject.of(there.issuer(), "another at home");
      assertThat(ProviderSubjectSql.keep(tx, worker.account(), another)).isTrue();
    });
    URI page = Wanderer.onward(there.again(one, "/account/pin", worker.login(), askedAt(0)));
    assertThat(page.getPath()).isEqualTo(AgainController.URL);
    assertThat(Wanderer.text(one.get(page))).contains("別の人としてたしかめられました");
    assertThat(there.traced(Action.SIGN_IN_REFUSED, worker).getLast()).contains("OTHER");
    assertThat(there.traced(Action.SIGN_IN, worker)).hasSize(2);
    assertThat(there.traced(Action.SIGN_IN, other)).isEmpty();
  }

  /** The login passed to somebody else there, who comes before its owner ever did. */
  @Test
  void whoHasNotShownOurCodeIsNotKept() {
    var factors = new SecondFactorTown(there.program, town);
    Totp app = factors.given(worker);
    String another = "somebody else with " + worker.login();
    Visitor other = there.visitor();
    there.says(another, login(worker.login()));
    assertThat(other.post(SignInProviderController.URL).is(200).path())
        .isEqualTo(SignInCodeController.URL);
    SecondFactorTown.type(other, "000000").is(422);
    Visitor owner = there.visitor();
    there.come(owner, login(worker.login())).is(200);
    assertThat(SecondFactorTown.type(owner, factors.code(app, 0)).is(200).path()).isEqualTo("/day");
    // with the code too it is too late for another: the account is the owner's now
    assertThat(SecondFactorTown.type(other, factors.code(app, 1)).is(422).text())
        .contains("ログインを始めてから5分がすぎた");
    assertThat(other.get("/day").path()).isEqualTo("/sign-in");
    assertThat(there.traced(Action.SIGN_IN, worker)).hasSize(1);
    there.says(another, login(worker.login()));
    assertThat(there.visitor().post(SignInProviderController.URL).is(422).text())
        .contains("はじめに入った人と違います");
  }

  @Test
  void anAdministratorHasItForgottenWhoSomebodyIsThere() {
    var office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    var admin = town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
    String page = "/staff/" + worker.staff() + "/password";
    Visitor desk = there.visitor().signIn(admin);
    assertThat(desk.get(page).is(200).text()).doesNotContain("忘れさせる");
    Visitor inside = there.visitor();
    there.come(inside, login(worker.login())).is(200);
    inside.post(page + "/provider").is(404);
    assertThat(desk.get(page).is(200).text()).contains("覚えている人を忘れさせる");
    look(TestBrowser.desktop(there.program), admin, page, "");
    look(TestBrowser.phone(there.program), admin, page, "-phone");
    assertThat(desk.post(page + "/provider").is(200).text()).contains("覚えていた人を忘れました");
    assertThat(inside.get("/day").path()).isEqualTo("/sign-in");
    assertThat(there.traced(Action.ADMINISTER, admin))
        .singleElement()
        .asString()
        .contains("staff.provider.forgotten");
    desk.post(page + "/provider").is(404);
    there.says("registered anew " + worker.login(), login(worker.login()));
    assertThat(inside.post(SignInProviderController.URL).is(200).path()).isEqualTo("/day");
    there.come(there.visitor(), login(admin.login())).is(200);
    desk.post("/staff/" + admin.staff() + "/password/provider").is(404);
  }

  private static void look(TestBrowser opened, TestTown.Worker admin, String page, String size) {
    try (var browser = opened) {
      browser.signIn(admin).visit(page).shows("覚えている人").screenshot("forget-subject" + size);
    }
  }
}
