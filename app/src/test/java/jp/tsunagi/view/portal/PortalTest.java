package jp.tsunagi.view.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestClock;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import org.junit.jupiter.api.Test;

/** A family with its phone, on the running program. */
class PortalTest {
  private final FamilyTown family = new FamilyTown();
  private final String child = "/portal/children/" + family.child;

  private Visitor mother() {
    return family.program.visitor().signIn(family.account(family.mother));
  }

  private static String field(String page, String name) {
    var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }

  private Visitor.Reply agree(Visitor mother) {
    String page = mother.get(child + "/consents/start").is(200).body();
    return mother.post(
        child + "/consents/start",
        "consent",
        field(page, "consent"),
        "answer",
        "agree",
        "scope",
        "PROFILE",
        "scope",
        "INVOLVEMENT");
  }

  @Test
  void theFirstPageShowsTheChildAndWhatWaits() {
    Visitor mother = mother();
    assertThat(mother.get("/portal").is(200).body()).contains("ひなた", "/consents/start");
    assertThat(family.town.trace(Action.LIST).getLast())
        .satisfies(row -> assertThat(family.town.shownBy(row)).containsExactly(family.child));
  }

  @Test
  void whoeverBeginsMaySayNotNow() {
    Visitor mother = mother();
    String start = child + "/consents/start";
    String consent = field(mother.get(start).is(200).body(), "consent");
    assertThat(mother.post(start, "consent", consent, "answer", "not-now").is(200).text())
        .contains("いまは同意しません");
    assertThat(family.town.trace(Action.GIVE_CONSENT))
        .singleElement()
        .satisfies(row -> assertThat(row.getPurpose()).isEqualTo("DECLINED"));
    assertThat(mother.get("/portal").is(200).body()).contains("/consents/start");
    String elsewhere = "/portal/children/" + UUID.randomUUID() + "/consents/start";
    mother.post(elsewhere, "consent", consent, "answer", "not-now").is(404);
    mother.post(start, "consent", consent, "answer", "perhaps", "scope", "PROFILE").is(404);
  }

  @Test
  void aGuardianReadsWhoWouldSeeWhatAndAgreesToAPart() {
    Visitor mother = mother();
    assertThat(mother.get(child + "/consents/start").is(200).text())
        .contains("つなぎ教育センター", "0～１８歳".replace("0", "０"));
    assertThat(agree(mother).is(200).path()).contains("portal.done.agreed");
    var teacher = family.program.visitor().signIn(family.teacher);
    String seen = teacher.get("/children/" + family.child + "/consents").is(200).body();
    assertThat(seen).contains("ポータルで署名").doesNotContain("検査の結果");
    assertThat(family.town.trace(Action.GIVE_CONSENT)).hasSize(1);
  }

  @Test
  void theConsentIsReadPlaceByPlace() {
    Visitor mother = mother();
    String start = child + "/consents/start";
    String page = mother.get(start).is(200).text();
    assertThat(page).contains("はじめに", "ことわることも", "いつでもやめられます");
    assertThat(page.split("class=\"consentcard\"", -1)).as("one for each hub").hasSize(3);
    assertThat(page).contains("お子さんと家族のこと（3）", "健康と検査（2）", "何のために", "令和23年3月31日まで");
    assertThat(page.split("name=\"scope\"", -1)).as("each choice once").hasSize(13);
    var refused =
        mother.post(start, "consent", field(page, "consent"), "answer", "agree").is(422).text();
    assertThat(refused).contains("まだ同意していません").contains("<details class=\"what choose\" open>");
  }

  @Test
  void fromTwoPagesItIsOneConsentAndAnOldPageBringsNothingBack() {
    Visitor mother = mother();
    String start = child + "/consents/start";
    String first = field(mother.get(start).body(), "consent");
    String second = field(mother.get(start).body(), "consent");
    String[] one = {"consent", first, "answer", "agree", "scope", "PROFILE"};
    mother.post(start, one).is(200);
    mother.post(start, "consent", second, "answer", "agree", "scope", "PROFILE").is(200);
    String list = mother.get(child + "/consents").is(200).body();
    assertThat(list.split("/withdrawal\"", -1)).hasSize(2);
    var link = Pattern.compile("href=\"([^\"]+/withdrawal)\"").matcher(list);
    assertThat(link.find()).isTrue();
    mother.post(link.group(1)).is(200);
    assertThat(mother.post(start, one).is(200).path()).contains("portal.done.over");
    assertThat(mother.get(child + "/consents").body()).doesNotContain("/withdrawal\"");
  }

  @Test
  void sentTwiceItIsOneConsent() {
    Visitor mother = mother();
    String id = field(mother.get(child + "/consents/start").body(), "consent");
    for (int time = 0; time < 2; time++) {
      mother
          .post(child + "/consents/start", "consent", id, "answer", "agree", "scope", "PROFILE")
          .is(200);
    }
    String list = mother.get(child + "/consents").is(200).body();
    assertThat(list.split("/withdrawal\"", -1)).hasSize(2);
  }

  @Test
  void aConsentToNothingIsRefused() {
    Visitor mother = mother();
    String id = field(mother.get(child + "/consents/start").body(), "consent");
    mother.post(child + "/consents/start", "consent", id, "answer", "agree").is(422);
    assertThat(family.town.trace(Action.GIVE_CONSENT)).isEmpty();
  }

  @Test
  void aWithdrawalInThePortalHoldsForTheNextRequest() {
    Visitor mother = mother();
    agree(mother).is(200);
    var teacher = family.program.visitor().signIn(family.teacher);
    teacher.get("/children/" + family.child + "/consents").is(200);
    String list = mother.get(child + "/consents").is(200).body();
    var link = Pattern.compile("href=\"([^\"]+/withdrawal)\"").matcher(list);
    assertThat(link.find()).isTrue();
    assertThat(mother.get(link.group(1)).is(200).text()).contains("つなぎ教育センター");
    mother.post(link.group(1)).is(200);
    teacher.get("/children/" + family.child + "/consents").is(404);
    assertThat(mother.get(child + "/consents").is(200).text()).contains("取りやめ");
    assertThat(family.town.trace(Action.WITHDRAW_CONSENT)).hasSize(1);
  }

  @Test
  void theFamilySeesWhoLookedPerDayPlaceAndPost() {
    Visitor mother = mother();
    family
        .program
        .visitor()
        .signIn(family.counsellor)
        .get("/children/" + family.child + "/consents")
        .is(200);
    assertThat(mother.get(child + "/access").is(200).text())
        .contains("つなぎ児童発達支援センター", "相談員")
        .containsAnyOf("受け持つ仕事として", "自分の所の記録として", "同意にもとづいて")
        .doesNotContain("白石 なぎさ");
  }

  @Test
  void anotherFamilyAndAGuardianWithoutAuthorityFindNothing() {
    var other =
        family.child("海原", "うなばら", "あさひ", java.time.LocalDate.of(2021, 5, 5), family.centre);
    var stranger = family.guardian(other, "海原 ひろ", jp.tsunagi.people.child.Relation.FATHER, true);
    Visitor they = family.program.visitor().signIn(family.account(stranger));
    Visitor father = family.program.visitor().signIn(family.account(family.father));
    for (Visitor visitor : new Visitor[] {they, father}) {
      for (String page : new String[] {"/consents", "/consents/start", "/access", "/sheets"}) {
        visitor.get(child + page).is(404);
      }
      visitor
          .post(
              child + "/consents/start",
              "consent",
              UUID.randomUUID().toString(),
              "answer",
              "agree",
              "scope",
              "PROFILE")
          .is(404);
      assertThat(visitor.get("/portal").is(200).body()).doesNotContain("ひなた");
    }
    assertThat(family.town.trace(Action.GIVE_CONSENT)).isEmpty();
  }

  @Test
  void staffHaveNoPortalAndGuardiansNoStaffPages() {
    family.program.visitor().signIn(family.counsellor).get("/portal").is(404);
    mother().get("/children/" + family.child + "/consents").is(404);
  }

  private String code() {
    String page = "/children/" + family.child + "/guardians/" + family.mother + "/invitation";
    Visitor counsellor = family.program.visitor().signIn(family.counsellor);
    counsellor.get(page).is(200);
    var letter = counsellor.post(page).is(200);
    assertThat(letter.body())
        .as("the address as one types it, with the server")
        .containsPattern("code-shown\">[0-9a-z.]+:[0-9]+/portal/invitation<");
    var found = Pattern.compile("code-shown\">([0-9A-Z]{4}-[0-9A-Z]{4})<").matcher(letter.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private Visitor.Reply open(Visitor visitor, String code, String birth, String login) {
    visitor.get("/portal/invitation");
    return visitor.post(
        "/portal/invitation",
        "code",
        code,
        "birth",
        birth,
        "login",
        login,
        "password",
        "umi no mieru oka 58");
  }

  @Test
  void aCodeOpensAnAccountOnceTogetherWithTheBirthDate() {
    String code = code();
    assertThat(family.town.trace(Action.INVITE_GUARDIAN)).hasSize(1);
    String login = "mother." + UUID.randomUUID();
    Visitor visitor = family.program.visitor();
    String wrongDay = open(visitor, code, "R4.6.4", login).is(422).body();
    String wrongCode = open(visitor, "AAAA-3333", "R4.6.3", login).is(422).body();
    assertThat(wrongDay).contains("期限");
    assertThat(wrongCode).contains("期限");
    assertThat(
            open(visitor, code.toLowerCase(java.util.Locale.ROOT), "R4.6.3", login).is(200).path())
        .contains("portal.done.welcome");
    visitor.get("/portal").is(200);
    open(family.program.visitor(), code, "R4.6.3", "other." + UUID.randomUUID()).is(422);
    Visitor again = family.program.visitor();
    again.signIn(login, "umi no mieru oka 58");
    again.get("/portal").is(200);
  }

  @Test
  void aSecondCodeEndsTheFirstAccountAndWhoeverIsSignedInWithIt() {
    String first = "mother." + UUID.randomUUID();
    Visitor lost = family.program.visitor();
    open(lost, code(), "R4.6.3", first).is(200);
    lost.get("/portal").is(200);
    assertThat(lost.get("/sign-in").text())
        .contains("パスワードを忘れたとき", "新しい合言葉の手紙", "前のログインは、どの端末でも終わります");
    open(family.program.visitor(), code(), "R4.6.3", "mother." + UUID.randomUUID()).is(200);
    assertThat(lost.get("/portal").path()).isEqualTo("/sign-in");
    family.program.visitor("127.0.0.21").signIn(first, "umi no mieru oka 58").is(422);
  }

  @Test
  void aCodeEndsAfterFourteenDays() {
    String code = code();
    family.program.clock().set(TestClock.START.plus(jp.tsunagi.people.child.Invitations.VALID));
    open(family.program.visitor(), code, "R4.6.3", "late." + UUID.randomUUID()).is(422);
  }

  @Test
  void guessingIsSlowedLikeSigningIn() {
    Visitor guessing = family.program.visitor("127.0.0.9");
    String code = code();
    for (int guess = 1; guess <= 5; guess++) {
      open(guessing, code, "R4.6.1" + guess, "guess.er").is(422);
    }
    assertThat(open(guessing, code, "R4.6.3", "guess.er").is(422).body()).contains("15");
    // nor from elsewhere: who has the letter has only the birth date to guess
    assertThat(
            open(family.program.visitor("127.0.0.12"), code, "R4.6.3", "guess.er").is(422).body())
        .contains("15");
    // whoever has another letter at the same address does not wait for that
    open(guessing, code(), "R4.6.3", "mother." + UUID.randomUUID()).is(200);
  }

  @Test
  void onlyTheHubsInvite() {
    family
        .program
        .visitor()
        .signIn(family.head)
        .get("/children/" + family.child + "/guardians/" + family.mother + "/invitation")
        .is(404);
    family
        .program
        .visitor()
        .signIn(family.teacher)
        .post("/children/" + family.child + "/guardians/" + family.mother + "/invitation")
        .is(404);
  }
}
