package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.Test;

/** A real browser with an authenticator of Chromium's own: what the script asks, and is told. */
class PasskeyBrowserTest {
  private static final int A_WHILE = 120_000;

  private final TestProgram program = TestProgram.shared();

  private static CDPSession authenticator(TestBrowser browser, boolean phone) {
    CDPSession tools = browser.page().context().newCDPSession(browser.page());
    tools.send("WebAuthn.enable");
    JsonObject kind = new JsonObject();
    kind.addProperty("protocol", "ctap2");
    kind.addProperty("transport", phone ? "internal" : "usb");
    kind.addProperty("hasResidentKey", phone);
    kind.addProperty("hasUserVerification", phone);
    kind.addProperty("isUserVerified", phone);
    kind.addProperty("automaticPresenceSimulation", true);
    JsonObject options = new JsonObject();
    options.add("options", kind);
    tools.send("WebAuthn.addVirtualAuthenticator", options);
    return tools;
  }

  private static void ask(TestBrowser browser) {
    browser.page().locator("main form:has([data-passkey]) button").click();
  }

  private static void press(TestBrowser browser, String next) {
    ask(browser);
    browser.page().waitForURL("**" + next);
    browser.look();
  }

  @Test
  void staffRegisterASecurityKeyAndTouchItAfterThePassword() {
    TestTown town = program.newTown();
    var office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    var admin = town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
    try (var browser = TestBrowser.named(program)) {
      authenticator(browser, false);
      browser.signIn(admin).visit(SecondFactorController.URL).screenshot("second-factor-ways");
      browser.follow("パスキーとセキュリティキーを開く").shows("まだ登録していません");
      browser.follow("パスキーを加える").fill("名前", "机の引き出しのキー").screenshot("passkey-new");
      ask(browser);
      browser.page().waitForSelector("code");
      browser.look().shows("予備コード");
      browser.visit(PasskeysController.URL).shows("机の引き出しのキー").screenshot("passkeys");

      browser.follow("パスキーを加える").fill("名前", "同じもの");
      ask(browser);
      browser.page().waitForSelector("[data-when=known]:not([hidden])");
      browser.look().shows("もう登録されています");

      browser.page().context().clearCookies();
      browser.signIn(admin).shows("セキュリティキーかパスキーを使う").screenshot("sign-in-key");
      press(browser, "/organisations");
      browser.shows("森田 かえで");

      browser.page().clock().install();
      browser.visit("/organisations/new").fill("名称", "そらいろ園");
      town.run(tx -> SessionSql.endOthers(tx, admin.account(), new byte[0]));
      browser.page().clock().fastForward(A_WHILE);
      browser.page().getByText("この機関を加える").last().click();
      browser.page().waitForSelector("dialog.again");
      browser.page().locator("dialog.again input[name=againLogin]").fill(admin.login());
      browser.page().locator("dialog.again input[name=againPassword]").fill(TestTown.PASSWORD);
      browser.page().locator("dialog.again .primary").click();
      browser.page().waitForSelector("dialog.again .by-passkey:not(.families)");
      browser.look().screenshot("sign-in-again-key");
      browser.page().locator("dialog.again .by-passkey button").click();
      browser.page().waitForSelector("main .error");
      assertThat(browser.page().locator("#f-name").inputValue()).isEqualTo("そらいろ園");
    }
  }

  @Test
  void aFamilySignsInWithNothingElse() {
    FamilyTown family = new FamilyTown();
    String login = family.account(family.mother);
    try (var browser = TestBrowser.namedPhone(program)) {
      authenticator(browser, true);
      browser.signIn(login, TestTown.PASSWORD).visit(PasskeysController.URL);
      browser.follow("パスキーを加える").fill("名前", "わたしのスマートフォン");
      browser.screenshot("passkey-new-phone");
      press(browser, PasskeysController.URL + "?done=staff.passkey.done.added");
      browser.shows("わたしのスマートフォン").screenshot("passkeys-phone");

      browser.page().context().clearCookies();
      browser.visit("/sign-in").screenshot("sign-in-phone-passkey");
      browser.follow("パスキーでログインする（保護者の方）").screenshot("sign-in-passkey-phone");
      press(browser, "/portal");
      browser.shows("ひなた");

      program.clock().set(TestClock.START.plus(AfterPassword.TO_SEE).plusSeconds(1));
      browser.visit(PasskeysController.URL).follow("パスキーを加える");
      browser.shows("本人であることを、もう一度").screenshot("again-phone");
      press(browser, PasskeysController.URL + "/new");
    }
  }

  @Test
  void whatTheBrowserCannotDoIsSaidInPlace() {
    try (var browser = TestBrowser.desktop(program)) {
      browser.visit(SignInPasskeyController.URL);
      ask(browser);
      browser.page().waitForSelector("[data-when=address]:not([hidden])");
      browser.look().shows("いま開いているアドレスでは");
    }
  }
}
