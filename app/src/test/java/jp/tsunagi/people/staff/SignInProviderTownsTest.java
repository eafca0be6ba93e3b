package jp.tsunagi.people.staff;

import static jp.tsunagi.people.staff.ProviderTown.askedAt;
import static jp.tsunagi.people.staff.ProviderTown.login;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The identity provider of a city, and a login that works for a town too. */
class SignInProviderTownsTest {
  private static ProviderTown there;
  private static TestTown city;

  private TestTown town;
  private TestTown.Worker worker;

  @BeforeAll
  static void aCityWithItsProvider() throws Exception {
    there = new ProviderTown("127.0.35");
    city = there.town;
    // its first answer takes longer than the program waits for one, on a machine that does much
    var itself = URI.create(there.issuer() + "/.well-known/openid-configuration");
    try (var answer = itself.toURL().openStream()) {
      assertThat(answer.readAllBytes()).isNotEmpty();
    }
    TwoTowns.called(city, TwoTowns.CITY);
  }

  @AfterAll
  static void close() {
    there.close();
  }

  @BeforeEach
  void somebodyWorksForBoth() {
    worker =
        city.worker(
            city.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター"),
            PostKind.COUNSELLOR,
            "水野 しおり");
    town = there.program.newTown();
    TwoTowns.called(town, TwoTowns.TOWN);
    var centre = town.organisation(OrganisationKind.CENTRE, "岬の発達支援センター");
    Staffing staffing = there.program.bean(Staffing.class);
    town.run(tx -> {
      StaffId id =
          staffing.add(
              tx,
              "水野 しおり",
              "みずの しおり",
              Optional.of(worker.account()),
              Optional.of(TestTown.LONG_AGO));
      staffing.assign(
          tx,
          id,
          staffing.post(tx, centre, PostKind.COUNSELLOR),
          Optional.empty(),
          TestTown.LONG_AGO,
          Optional.empty());
      Accounts.chose(
          tx, new Membership(worker.account(), tx.tenant(), Membership.Kind.STAFF, id.value()));
    });
  }

  @Test
  void itOpensItsOwnCityAndNothingElse() {
    Visitor visitor = there.visitor();
    Visitor.Reply in = there.come(visitor, login(worker.login())).is(200);
    assertThat(in.path()).doesNotContain("sign-in");
    assertThat(in.text()).contains(TwoTowns.CITY);
    Visitor.Reply page = visitor.get(MembershipController.URL).is(200);
    assertThat(page.text()).contains("このままでは移れません", "その認証は、ほかの市町村や立場では使えません");
    assertThat(town.trace(Action.SIGN_IN)).isEmpty();
    Visitor byPassword = there.visitor();
    Visitor.Reply asked = byPassword.signIn(worker.login(), TestTown.PASSWORD).is(200);
    String mark = TwoTowns.mark(asked, TwoTowns.TOWN);
    assertThat(visitor.post(MembershipController.URL, "to", mark).is(422).text())
        .contains("このままでは移れません");
    assertThat(town.trace(Action.SIGN_IN)).isEmpty();
  }

  @Test
  void afterItsCodeNothingElseIsOpenEither() {
    var factors = new SecondFactorTown(there.program, city);
    Totp app = factors.given(worker);
    Visitor visitor = there.visitor();
    assertThat(there.come(visitor, login(worker.login())).is(200).path())
        .isEqualTo(SignInCodeController.URL);
    Visitor.Reply in = SecondFactorTown.type(visitor, factors.code(app, 0)).is(200);
    assertThat(in.text()).contains(TwoTowns.CITY);
    assertThat(visitor.get(MembershipController.URL).is(200).text())
        .contains("その認証は、ほかの市町村や立場では使えません");
  }

  @Test
  void itsWordDoesNotStandForThePasswordOfALoginThatServesOthers() throws Exception {
    Wanderer one = there.inside("127.0.35.200", worker);
    URI keys = URI.create(there.program.named() + PasskeysController.NEW);
    URI asks = Wanderer.onward(one.get(keys));
    assertThat(asks.getPath()).isEqualTo(AgainController.URL);
    assertThat(one.get(asks).body()).doesNotContain(AgainController.PROVIDER + "?");
    URI back =
        Wanderer.onward(there.again(one, PasskeysController.NEW, worker.login(), askedAt(0)));
    assertThat(Wanderer.text(one.get(back))).contains("このログインはほかでも使われている");
    assertThat(Wanderer.onward(one.get(keys)).getPath()).isEqualTo(AgainController.URL);
  }
}
