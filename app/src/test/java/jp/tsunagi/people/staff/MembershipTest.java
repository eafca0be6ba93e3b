package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import org.junit.jupiter.api.Test;

/** Going on in another municipality with the same login. */
class MembershipTest {
  private static final String URL = MembershipController.URL;

  private final TwoTowns two = new TwoTowns();
  private final SecondFactorTown factors = new SecondFactorTown(two.program, two.city);

  @Test
  void eachTraceHasItsRowAndNeitherNamesTheOther() {
    Visitor visitor = two.in(two.therapist.login(), TwoTowns.CITY, "127.0.31.1");
    Visitor kept = visitor.copy();
    assertThat(visitor.get("/").text()).contains("市町村・立場の切りかえ");
    Visitor.Reply there = TwoTowns.go(visitor, TwoTowns.TOWN).is(200);
    assertThat(there.text()).contains(TwoTowns.TOWN).doesNotContain("海辺の発達支援センター");
    assertThat(kept.get("/account/password").path()).isEqualTo("/sign-in");
    assertThat(two.city.trace(Action.SIGN_OUT))
        .singleElement()
        .satisfies(row -> assertThat(row.getActorId()).isEqualTo(two.therapist.staff().value()))
        .satisfies(row ->
            assertThat(row.getDetail().data())
                .isEqualTo("{\"about\": \"staff.session.switched\"}"));
    assertThat(two.town.trace(Action.SIGN_IN))
        .singleElement()
        .satisfies(row -> assertThat(row.getActorId()).isEqualTo(two.there.value()))
        .satisfies(row ->
            assertThat(row.getDetail().data())
                .isEqualTo("{\"about\": \"staff.session.switched\"}"));
  }

  @Test
  void aFormThatStoodOpenIsNeverTakenInTheOtherMunicipality() {
    Visitor visitor = two.in(two.therapist.login(), TwoTowns.CITY, "127.0.31.3");
    visitor.get("/account/password").is(200);
    String stale = visitor.token();
    TwoTowns.go(visitor, TwoTowns.TOWN).is(200);
    String[] form = {"old", "", "fresh", "", "again", ""};
    assertThat(visitor.postWith(stale, "/account/password", form).is(403).text())
        .contains("いまの市町村・立場の画面ではありません", "何も送っていません");
    // the secret of now with the page of before, which no page sends
    String mixed = visitor.token().replaceFirst("~.*", "~" + stale.replaceFirst(".*~", ""));
    assertThat(visitor.postWith(mixed, "/account/password", form).is(403).text())
        .contains("いまの市町村・立場の画面ではありません");
    visitor.postWith(visitor.token().replaceFirst("~.*", ""), "/account/password", form).is(403);
    visitor.post("/account/password", form).is(422);
  }

  @Test
  void aPageOfTheOtherMunicipalityGetsNoPiecesOfThisOne() {
    Visitor visitor = two.in(two.therapist.login(), TwoTowns.CITY, "127.0.31.4");
    String stale = visitor.token();
    TwoTowns.go(visitor, TwoTowns.TOWN).is(200);
    visitor.copy().header("X-XSRF-TOKEN", stale).get("/account/password").is(403);
    visitor.copy().header("X-XSRF-TOKEN", visitor.token()).get("/account/password").is(200);
  }

  @Test
  void aPageThatStandsOpenLeadsBackInPlace() {
    Visitor visitor = two.in(two.therapist.login(), TwoTowns.CITY, "127.0.31.5");
    String stale = visitor.token();
    String mark = stale.replaceFirst(".*~", "");
    TwoTowns.go(visitor, TwoTowns.TOWN).is(200);
    Visitor page = visitor.header("X-Person", mark);
    assertThat(page.get("/sign-in/again").is(200).text())
        .contains("別の市町村・立場に切りかわっています", TwoTowns.CITY);
    Visitor.Reply back = page.post("/sign-in/again/membership");
    assertThat(back.is(204).header("Signed-In")).isEqualTo("here");
    assertThat(back.header("Form-Token")).endsWith("~" + mark);
    page.postWith(
            back.header("Form-Token"), "/account/password", "old", "", "fresh", "", "again", "")
        .is(422);
    assertThat(TwoTowns.traced(two.town, Action.SIGN_OUT)).hasSize(1);
  }

  @Test
  void theSessionGrowsAsOldAsTheFirst() {
    Visitor visitor = two.in(two.therapist.login(), TwoTowns.CITY, "127.0.31.6");
    var clock = two.program.clock();
    for (int minutes = 50; minutes <= 700; minutes += 50) {
      clock.set(TestClock.START.plus(Duration.ofMinutes(minutes)));
      visitor.get("/account/password").is(200);
    }
    TwoTowns.go(visitor, TwoTowns.TOWN).is(200);
    assertThat(visitor.get("/account/password").path()).isEqualTo("/account/password");
    clock.set(TestClock.START.plus(Sessions.OLDEST).plusSeconds(1));
    assertThat(visitor.get("/account/password").path()).isEqualTo("/sign-in");
  }

  @Test
  void thePasswordShownLongAgoIsNoYoungerAfterwards() {
    Visitor visitor = two.in(two.therapist.login(), TwoTowns.CITY, "127.0.31.7");
    two.program.clock().set(TestClock.START.plus(AfterPassword.TO_SEE).plusSeconds(1));
    TwoTowns.go(visitor, TwoTowns.TOWN).is(200);
    assertThat(visitor.get(PinController.URL).is(200).path()).startsWith(AgainController.URL);
  }

  @Test
  void whereASecondFactorIsRequiredItIsSetUpFirst() {
    two.town.run(FactorPolicy.REQUIRED::decide);
    Visitor visitor = two.in(two.therapist.login(), TwoTowns.CITY, "127.0.31.8");
    assertThat(visitor.get("/").is(200).path()).doesNotContain("second-factor");
    assertThat(TwoTowns.go(visitor, TwoTowns.TOWN).is(200).path())
        .isEqualTo(SecondFactorController.URL);
    assertThat(visitor.get("/children").path()).isEqualTo(SecondFactorController.URL);
  }

  @Test
  void aFactorThatWasNotShownInThisSessionIsAskedFor() {
    TestTown.Worker parent = two.parent();
    Visitor visitor = two.in(parent.login(), TwoTowns.TOWN, "127.0.31.9");
    factors.given(parent);
    Visitor.Reply page = visitor.get(URL).is(200);
    assertThat(page.text()).contains("このままでは移れません", "2段階ログインが要ります");
    assertThat(two.city.trace(Action.SIGN_IN)).isEmpty();
  }

  /** Otherwise whoever stole the session elsewhere comes back by it without the password. */
  @Test
  void whatAnAdministratorEndedIsNotGoneBackTo() {
    Visitor visitor = two.in(two.therapist.login(), TwoTowns.TOWN, "127.0.31.12");
    two.program
        .visitor("127.0.31.13")
        .signIn(two.admin)
        .post("/staff/" + two.therapist.staff() + "/sessions")
        .is(200);
    assertThat(visitor.get(URL).is(200).text()).contains("このままでは移れません", "管理者があなたのログインをすべて終わらせました");
    assertThat(two.city.trace(Action.SIGN_IN)).hasSize(1);
    two.program.clock().set(two.program.clock().instant().plusSeconds(1));
    Visitor anew = two.in(two.therapist.login(), TwoTowns.TOWN, "127.0.31.14");
    assertThat(TwoTowns.go(anew, TwoTowns.CITY).is(200).text()).contains(TwoTowns.CITY);
  }

  @Test
  void whoeverServesOneFindsNothingToSwitchTo() {
    Visitor visitor = two.program.visitor("127.0.31.10").signIn(two.admin);
    visitor.get(URL).is(404);
    visitor.post(URL, "to", "x").is(404);
  }

  @Test
  void markOfSomebodyElseOpensNothing() {
    Visitor visitor = two.in(two.therapist.login(), TwoTowns.CITY, "127.0.31.11");
    var other =
        new Membership(
            two.admin.account(),
            two.city.tenant(),
            Membership.Kind.STAFF,
            two.admin.staff().value());
    visitor.post(URL, "to", two.program.bean(PersonMark.class).of(other)).is(422);
    assertThat(visitor.get("/").is(200).text()).contains("水野 しおり");
  }
}
