package jp.tsunagi.people.staff;

import static jp.tsunagi.people.staff.ProviderTown.askedAt;
import static jp.tsunagi.people.staff.ProviderTown.login;
import static jp.tsunagi.schema.Tables.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
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
  private OrganisationId cape;
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
    cape = town.organisation(OrganisationKind.CENTRE, "岬の発達支援センター");
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
          staffing.post(tx, cape, PostKind.COUNSELLOR),
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
    assertThat(in.text()).contains(TwoTowns.CITY).doesNotContain("市町村・立場の切りかえ");
    visitor.get(MembershipController.URL).is(404);
    Visitor byPassword = there.visitor();
    Visitor.Reply asked = byPassword.signIn(worker.login(), TestTown.PASSWORD).is(200);
    String mark = TwoTowns.mark(asked, TwoTowns.TOWN);
    visitor.post(MembershipController.URL, "to", mark).is(404);
    assertThat(town.trace(Action.SIGN_IN)).isEmpty();
    byPassword.post(SignInMembershipController.URL, "to", mark).is(200);
    assertThat(byPassword.get("/").is(200).text()).contains(TwoTowns.TOWN, "市町村・立場の切りかえ");
  }

  /** Whoever runs the provider comes in as anybody of the city: of the town that shows nothing. */
  @Test
  void sessionsOfTheTownAreNeitherSeenNorEndedFromIt() {
    Visitor inTown = there.visitor();
    Visitor.Reply asked = inTown.signIn(worker.login(), TestTown.PASSWORD).is(200);
    inTown.post(SignInMembershipController.URL, "to", TwoTowns.mark(asked, TwoTowns.TOWN)).is(200);
    Visitor beside = there.visitor();
    there.come(beside, login(worker.login())).is(200);
    Visitor visitor = there.visitor();
    there.come(visitor, login(worker.login())).is(200);
    UUID far =
        city.call(tx -> SessionSql.of(tx, worker.account())).stream()
            .filter(one -> one.as().tenant().equals(town.tenant()))
            .findFirst()
            .orElseThrow()
            .id();
    String end = SessionsController.URL + "/" + far + "/end";
    assertThat(visitor.get(SessionsController.URL).is(200).body()).doesNotContain(end);
    visitor.get(end).is(404);
    visitor.post(end).is(404);
    visitor.post(SessionsController.URL + "/others/end").is(200);
    assertThat(beside.get("/account/password").path()).isEqualTo("/sign-in");
    assertThat(inTown.get(SessionsController.URL).is(200).text()).contains("この端末");
    assertThat(TwoTowns.go(inTown, TwoTowns.CITY).is(200).text()).contains(TwoTowns.CITY);
  }

  /** Of a login the provider may say what it likes: nobody learns whether it is there elsewhere. */
  @Test
  void aLoginOfElsewhereIsAnsweredLikeOneThatNobodyHas() {
    var stranger = town.worker(cape, PostKind.COUNSELLOR, "山本 いずみ");
    var gone =
        town.worker(
            cape,
            PostKind.COUNSELLOR,
            "小川 なぎさ",
            Optional.empty(),
            new Period(TestTown.LONG_AGO, LocalDate.of(2020, 4, 1)));
    String parent = "parent." + worker.login();
    AccountId family =
        city.call(tx -> {
          AccountId id = there.program.bean(Accounts.class).open(tx, parent, city.passwordHash());
          Accounts.addMembership(tx, id, Membership.Kind.GUARDIAN, Id.fresh());
          return id;
        });
    int before = city.trace().size();
    int atTown = town.trace().size();
    String nobody = answer("nobody.at.all");
    for (String one : List.of(stranger.login(), gone.login(), parent)) {
      assertThat(answer(one)).isEqualTo(nobody);
    }
    assertThat(town.trace()).hasSize(atTown);
    assertThat(city.trace()).hasSize(before);
    for (AccountId one : List.of(stranger.account(), gone.account(), family)) {
      assertThat(city.<Boolean>call(tx -> ProviderSubjectSql.any(tx, one))).isFalse();
    }
  }

  /** What the page says, without the secret of its form. */
  private static String answer(String login) {
    Visitor visitor = there.visitor();
    String page = there.come(visitor, login(login)).is(422).body();
    assertThat(visitor.get("/day").path()).isEqualTo("/sign-in");
    return page.replaceAll("(content|value)=\"[^\"]{60,}\"", "");
  }

  @Test
  void whoMayDoNothingInTheCityTodayLeavesARowThereAlone() {
    city.run(tx ->
        tx.sql()
            .update(STAFF)
            .set(STAFF.LAST_DAY_END, tx.today())
            .where(STAFF.TENANT_ID.eq(tx.tenant()))
            .and(STAFF.STAFF_ID.eq(worker.staff()))
            .execute());
    assertThat(there.come(there.visitor(), login(worker.login())).is(422).text())
        .contains("いまは、このログイン名で使えません");
    assertThat(TwoTowns.traced(city, Action.SIGN_IN_REFUSED).getLast())
        .contains("ENDED", worker.staff().toString());
    assertThat(town.trace(Action.SIGN_IN_REFUSED)).isEmpty();
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
    visitor.get(MembershipController.URL).is(404);
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
