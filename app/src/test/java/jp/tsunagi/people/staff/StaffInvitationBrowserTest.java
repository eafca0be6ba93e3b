package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestKey;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.Test;

/** The code of staff and the letter of families, by somebody who has a login, in a real browser. */
class StaffInvitationBrowserTest {
  private final FamilyTown family = new FamilyTown();
  private final TestTown town = family.town;
  private final TestTown city = family.program.newTown();
  private final TestTown.Worker admin;
  private final TestTown.Worker therapist;

  StaffInvitationBrowserTest() {
    TwoTowns.called(town, TwoTowns.TOWN);
    TwoTowns.called(city, TwoTowns.CITY);
    var office = town.organisation(OrganisationKind.CITY_OFFICE, "情報係");
    admin = town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
    var centre = city.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター");
    therapist = city.worker(centre, PostKind.COUNSELLOR, "水野 しおり");
  }

  @Test
  void anAdministratorHandsACodeAndTheTherapistJoinsWithTheLoginOfTheCity() {
    String code;
    try (var browser = TestBrowser.desktop(family.program)) {
      browser.signIn(admin).visit("/staff/new").screenshot("staff-new-way");
      browser.fill("氏名", "水野 しおり").fill("ふりがな", "みずの しおり");
      browser.page().locator("input[name=way][value=code]").check();
      browser.press("この職員を加える").shows("この合言葉が見えるのは").screenshot("staff-invitation");
      code = browser.page().locator(".slip code").last().innerText();
      browser.follow("この職員の画面へ").shows("合言葉を渡してあります").screenshot("staff-invited");
      browser.follow("一回かぎりの合言葉を渡す").screenshot("staff-invitation-again");
    }
    try (var browser = TestBrowser.phone(family.program)) {
      browser.visit("/sign-in").screenshot("sign-in-staff-code-phone");
      browser.follow("職員の方：渡された合言葉で使いはじめる");
      browser.screenshot("sign-in-invitation-phone");
      browser.fill("合言葉", "ABCD").press("次へ").shows("この合言葉は使えません");
      browser.screenshot("sign-in-invitation-wrong-phone");
      browser.fill("合言葉", code).press("次へ").shows("担当はまだ決まっていません");
      browser.screenshot("sign-in-invitation-two-phone");
      browser.follow("持っているログインで加わる");
      browser.fill("ログイン名", therapist.login()).fill("パスワード", TestTown.PASSWORD);
      browser.press("ログインする");
      assertThat(browser.path()).isEqualTo(AccountInvitationController.URL);
      browser.shows(TwoTowns.TOWN).screenshot("account-invitation-phone");
      browser.press("加わる").shows("加わりました").screenshot("account-invitation-done-phone");
    }
    try (var browser = TestBrowser.desktop(family.program)) {
      browser.signIn(admin).visit("/staff").follow("水野 しおり").shows(therapist.login());
      browser.follow("新しいパスワードを渡す").shows("この市町村だけのログイン");
      browser.screenshot("staff-password-shared");
    }
  }

  @Test
  void whoeverIsNewSeesTheSamePageOnAPcAndChoosesALogin() {
    try (var browser = TestBrowser.desktop(family.program)) {
      browser.signIn(admin).visit("/staff/new");
      browser.fill("氏名", "小川 なぎさ").fill("ふりがな", "おがわ なぎさ");
      browser.page().locator("input[name=way][value=code]").check();
      browser.press("この職員を加える");
      String code = browser.page().locator(".slip code").last().innerText();
      browser.page().context().clearCookies();
      browser.visit("/sign-in/invitation").screenshot("sign-in-invitation");
      browser.fill("合言葉", code).press("次へ").screenshot("sign-in-invitation-two");
      browser.fill("これから使うログイン名", "na").fill("これから使うパスワード", "short");
      browser.fill("パスワード（もう一度）", "short").press("このログイン名で使いはじめる");
      browser.shows("12文字").screenshot("sign-in-invitation-refused");
      browser.fill("これから使うログイン名", "nagisa." + admin.login());
      browser.fill("これから使うパスワード", "umi no mieru oka 58");
      browser.fill("パスワード（もう一度）", "umi no mieru oka 58");
      browser.press("このログイン名で使いはじめる").shows("を登録しました");
      browser.screenshot("sign-in-invitation-opened");
    }
  }

  /**
   * Signed in by the password alone, with a passkey: the page leads to the door and the code stays.
   */
  @Test
  void aParentWithAPasskeyIsLedToTheDoorAndShowsItThere() {
    InvitedTown there = new InvitedTown("127.0.39.1");
    String login = there.family.account(there.family.mother);
    TestKey phone = new TestKey(there.family.program);
    Visitor owner = there.family.program.visitor("127.0.39.2").signIn(login);
    String form = owner.get(PasskeysController.NEW).is(200).body();
    owner.post(PasskeysController.URL, "name", "わたしのスマートフォン", "answer", phone.made(form)).is(200);
    try (var browser = TestBrowser.phone(there.family.program)) {
      browser.visit("/sign-in").fill("ログイン名", login).fill("パスワード", TestTown.PASSWORD);
      browser.press("ログインする").visit("/sign-in/invitation");
      browser.fill("合言葉", there.code("青空 みなみ")).press("次へ");
      browser.follow("持っているログインで加わる").shows("このログインのままでは加われません");
      browser.screenshot("account-invitation-anew-phone").follow("入り直す");
      browser.fill("ログイン名", login).fill("パスワード", TestTown.PASSWORD).press("ログインする");
      assertThat(browser.path()).isEqualTo(SignInCodeController.URL);
      browser.screenshot("account-invitation-anew-code-phone");
    }
  }

  @Test
  void aParentSeesTheWayWithALoginOnThePhone() {
    try (var browser = TestBrowser.phone(family.program)) {
      browser.visit("/portal/invitation").shows("持っているログインで加わる");
      browser.screenshot("portal-invitation-phone");
      browser.press("持っているログインで加わる").shows("合言葉を入れてください");
      browser.visit("/sign-in").signIn(family.head).visit("/account/invitation");
      browser.shows("合言葉が使えなくなっています").screenshot("account-invitation-over-phone");
    }
  }
}
