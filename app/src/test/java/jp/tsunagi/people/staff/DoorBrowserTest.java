package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.Test;

/** The door in a real browser: a fresh installation is set up, its administrator comes in. */
class DoorBrowserTest {
  private static final String PASSWORD = TestTown.PASSWORD;

  @Test
  void aFreshInstallationIsSetUpAndItsAdministratorSignsIn() {
    try (var program = TestProgram.start();
        var browser = TestBrowser.desktop(program)) {
      browser.visit("/sign-in").shows("はじめての設定").screenshot("setup");
      fillIn(browser, "not the code");
      browser.press("設定してログインへ進む").shows("設定コードが違います").screenshot("setup-refused");
      fillIn(browser, TestProgram.SETUP_CODE);
      browser.press("設定してログインへ進む");
      assertThat(browser.path()).isEqualTo("/sign-in");
      browser.screenshot("sign-in");
      browser.signIn("admin01", "not this one at all").shows("ログインできませんでした");
      browser.screenshot("sign-in-refused");
      browser.signIn("admin01", PASSWORD);
      secondFactor(program, browser);
    }
  }

  /** A municipality set up anew requires it. */
  private static void secondFactor(TestProgram program, TestBrowser browser) {
    assertThat(browser.path()).isEqualTo(SecondFactorController.URL);
    browser.shows("あなただけです").screenshot("second-factor");
    browser.fill("確認コード（6けた）", "12").press("2段階ログインを始める").shows("この数字ではありません");
    Totp app = SecondFactorTown.scanned(browser.page().content());
    long now = Totp.stepOf(program.clock().instant());
    browser.fill("確認コード（6けた）", app.code(now)).press("2段階ログインを始める");
    browser.shows("予備コードができました").screenshot("recovery-codes");
    browser.follow("しまいました。次へ").shows("機関").visit(SecondFactorController.URL);
    browser.shows("あと10個").screenshot("second-factor-on").follow("予備コードを新しく作る");
    browser.screenshot("password-again").page().context().clearCookies();
    browser.signIn("admin01", PASSWORD).shows("6けたの数字").screenshot("sign-in-code");
    browser.fill("確認コード（6けた）", "000").press("ログインする").shows("一度使ったコード");
    browser.follow("予備コードを使う").shows("印刷した予備コード").follow("認証アプリの確認コードを使う");
    browser.fill("確認コード（6けた）", app.code(now + 1)).press("ログインする").shows("機関");
  }

  private static void fillIn(TestBrowser browser, String code) {
    browser
        .fill("設定コード", code)
        .fill("市町村名", "つなぎ市")
        .fill("担当課の名前", "福祉総務課")
        .fill("担当課のふりがな", "ふくしそうむか")
        .fill("管理者の氏名", "森田 かえで")
        .fill("管理者のふりがな", "もりた かえで")
        .fill("ログイン名", "admin01")
        .fill("パスワード", PASSWORD);
  }

  @Test
  void theDoorFitsAPhone() {
    TestProgram program = TestProgram.shared();
    TestTown town = program.newTown();
    var office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    var worker = town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
    try (var browser = TestBrowser.phone(program)) {
      browser.visit("/sign-in").screenshot("sign-in-phone");
      browser.signIn(worker.login(), "not this one at all").shows("ログインできませんでした");
    }
  }
}
