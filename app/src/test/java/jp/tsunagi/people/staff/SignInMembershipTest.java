package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.TestClock;
import jp.tsunagi.TestKey;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import org.junit.jupiter.api.Test;

/** どの市町村・どの立場で入りますか: asked of whoever serves several, after all else was shown. */
class SignInMembershipTest {
  private static final String URL = SignInMembershipController.URL;

  private final TwoTowns two = new TwoTowns();
  private final SecondFactorTown factors = new SecondFactorTown(two.program, two.city);

  private Visitor.Reply signIn(Visitor visitor, TestTown.Worker worker) {
    return visitor.signIn(worker.login(), TestTown.PASSWORD);
  }

  @Test
  void whoeverServesOneIsAskedNothing() {
    Visitor.Reply reply = signIn(two.program.visitor("127.0.30.1"), two.admin);
    assertThat(reply.is(200).path()).isNotEqualTo(URL);
    assertThat(reply.text()).doesNotContain("市町村・立場の切りかえ");
  }

  @Test
  void bothMunicipalitiesAreOfferedAndTheOneChosenIsEntered() {
    Visitor visitor = two.program.visitor("127.0.30.2");
    Visitor.Reply asked = signIn(visitor, two.therapist).is(200);
    assertThat(asked.path()).isEqualTo(URL);
    assertThat(TwoTowns.offers(asked))
        .extracting(TwoTowns.Offer::municipality)
        .containsExactlyInAnyOrder(TwoTowns.CITY, TwoTowns.TOWN);
    assertThat(asked.text()).contains("海辺の発達支援センター", "水野 しおり");
    // nobody is signed in before the choice
    assertThat(visitor.copy().get("/account/password").path()).isEqualTo(URL);
    Visitor.Reply inside = visitor.post(URL, "to", TwoTowns.mark(asked, TwoTowns.TOWN)).is(200);
    assertThat(inside.text()).contains(TwoTowns.TOWN).doesNotContain("海辺の発達支援センター");
    assertThat(two.town.trace(Action.SIGN_IN))
        .singleElement()
        .satisfies(row -> assertThat(row.getActorId()).isEqualTo(two.there.value()));
    assertThat(two.city.trace(Action.SIGN_IN)).isEmpty();
  }

  @Test
  void theOneChosenLastIsOfferedFirst() {
    for (String last : new String[] {TwoTowns.TOWN, TwoTowns.CITY, TwoTowns.TOWN}) {
      two.program.clock().set(two.program.clock().instant().plusSeconds(60));
      two.in(two.therapist.login(), last, "127.0.30.3");
      Visitor.Reply asked = signIn(two.program.visitor("127.0.30.3"), two.therapist);
      assertThat(TwoTowns.offers(asked).getFirst().municipality()).isEqualTo(last);
    }
  }

  @Test
  void onlyWhatMayActTodayIsOffered() {
    two.town.run(tx ->
        tx.sql()
            .update(jp.tsunagi.schema.Tables.STAFF)
            .set(jp.tsunagi.schema.Tables.STAFF.LAST_DAY_END, tx.today())
            .where(jp.tsunagi.schema.Tables.STAFF.TENANT_ID.eq(tx.tenant()))
            .and(jp.tsunagi.schema.Tables.STAFF.STAFF_ID.eq(two.there))
            .execute());
    Visitor.Reply reply = signIn(two.program.visitor("127.0.30.4"), two.therapist).is(200);
    assertThat(reply.path()).isNotEqualTo(URL);
    assertThat(reply.text()).contains(TwoTowns.CITY).doesNotContain("市町村・立場の切りかえ");
  }

  @Test
  void staffOfOneTownMayBeFamilyInAnother() {
    TestTown.Worker parent = two.parent();
    Visitor visitor = two.program.visitor("127.0.30.5");
    Visitor.Reply asked = signIn(visitor, parent).is(200);
    assertThat(asked.text()).contains("家族として（保護者のページ）");
    Visitor.Reply portal = visitor.post(URL, "to", TwoTowns.mark(asked, TwoTowns.TOWN)).is(200);
    assertThat(portal.path()).startsWith("/portal");
    visitor.get("/staff").is(404);
  }

  /** With the password alone the factor could be changed that opens the workplace later. */
  @Test
  void theSecondFactorIsAskedForWhileTheWorkplaceSleepsToo() {
    TestTown.Worker parent = two.parent();
    factors.given(parent);
    two.city.run(tx ->
        tx.sql()
            .update(jp.tsunagi.schema.Tables.STAFF)
            .set(jp.tsunagi.schema.Tables.STAFF.LAST_DAY_END, tx.today())
            .where(jp.tsunagi.schema.Tables.STAFF.TENANT_ID.eq(tx.tenant()))
            .and(jp.tsunagi.schema.Tables.STAFF.STAFF_ID.eq(parent.staff()))
            .execute());
    Visitor visitor = two.program.visitor("127.0.30.16");
    assertThat(signIn(visitor, parent).is(200).path()).isEqualTo(SignInCodeController.URL);
    assertThat(visitor.get("/account/passkeys").path()).startsWith("/sign-in");
  }

  @Test
  void theSecondFactorIsShownBeforeAnybodyLearnsWhatThereIs() {
    Totp app = factors.given(two.therapist);
    Visitor visitor = two.program.visitor("127.0.30.6");
    Visitor.Reply half = signIn(visitor, two.therapist).is(200);
    assertThat(half.path()).isEqualTo(SignInCodeController.URL);
    assertThat(half.text()).doesNotContain(TwoTowns.TOWN);
    assertThat(visitor.get(URL).path()).isEqualTo(SignInController.BY_PASSWORD);
    SecondFactorTown.type(visitor, "000000").is(422);
    assertThat(TwoTowns.traced(two.city, Action.SIGN_IN_REFUSED)).hasSize(1);
    assertThat(TwoTowns.traced(two.town, Action.SIGN_IN_REFUSED)).hasSize(1);
    Visitor.Reply asked = SecondFactorTown.type(visitor, factors.code(app, 0)).is(200);
    assertThat(asked.path()).isEqualTo(URL);
    visitor.post(URL, "to", TwoTowns.mark(asked, TwoTowns.CITY)).is(200);
    assertThat(TwoTowns.traced(two.city, Action.SIGN_IN))
        .singleElement()
        .asString()
        .contains("staff.factor.APP");
  }

  @Test
  void aPasskeyAloneOpensTheFamilyPagesAndNoWorkplace() {
    TestTown.Worker parent = two.parent();
    TestKey phone = new TestKey(two.program);
    Visitor owner = two.in(parent.login(), TwoTowns.TOWN, "127.0.30.7");
    String page = owner.get(PasskeysController.NEW).is(200).body();
    owner.post(PasskeysController.URL, "name", "わたしのスマートフォン", "answer", phone.made(page)).is(200);
    Visitor visitor = two.program.visitor("127.0.30.8");
    String door = visitor.get(SignInPasskeyController.URL).is(200).body();
    assertThat(
            visitor.post(SignInPasskeyController.URL, "answer", phone.shown(door)).is(200).path())
        .startsWith("/portal");
    Visitor.Reply switching = visitor.get(MembershipController.URL).is(200);
    assertThat(switching.text()).contains("このままでは移れません", "パスキーだけでログイン");
    visitor.post(MembershipController.URL, "to", "x").is(422);
    assertThat(visitor.get("/portal").is(200).path()).startsWith("/portal");
  }

  @Test
  void itLastsFiveMinutesAtItsBrowserAndWorksOnce() {
    Visitor visitor = two.program.visitor("127.0.30.9");
    Visitor.Reply asked = signIn(visitor, two.therapist).is(200);
    String mark = TwoTowns.mark(asked, TwoTowns.CITY);
    Visitor elsewhere = two.program.visitor("127.0.30.9");
    assertThat(elsewhere.post(URL, "to", mark).is(422).text()).contains("はじめからやり直してください");
    visitor.post(URL, "to", "another").is(422);
    Visitor copied = visitor.copy();
    visitor.post(URL, "to", mark).is(200);
    copied.post(URL, "to", mark).is(422);
    Visitor slow = two.program.visitor("127.0.30.9");
    signIn(slow, two.therapist).is(200);
    two.program.clock().set(TestClock.START.plus(HalfSignIn.LASTS).plusSeconds(1));
    slow.post(URL, "to", mark).is(422);
  }

  @Test
  void anotherPasswordMeanwhileEndsIt() {
    Visitor visitor = two.program.visitor("127.0.30.10");
    Visitor.Reply asked = signIn(visitor, two.therapist).is(200);
    two.city.run(tx -> two.program.bean(Sessions.class).endOthers(tx, two.therapist.account(), ""));
    visitor.post(URL, "to", TwoTowns.mark(asked, TwoTowns.CITY)).is(422);
  }
}
