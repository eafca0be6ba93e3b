package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.Test;

/** One PC of a 園 in a real browser: registered, PINs set, persons changed. */
class TerminalBrowserTest {
  private static final String PIN = "275915";

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();

  @Test
  void theStaffOfANurseryChangeAtOnePc() {
    var nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
    var head = town.worker(nursery, PostKind.NURSERY_HEAD, "花園 みつ");
    var teacher = town.worker(nursery, PostKind.PLACE_WORKER, "小川 なぎさ");
    for (String name : java.util.List.of("白石 なぎさ", "水野 しおり", "髙嶺 りく", "森田 かえで")) {
      var worker = town.worker(nursery, PostKind.PLACE_WORKER, name);
      String hash = town.passwordHash();
      town.run(tx -> PinSql.put(tx, worker.staff(), hash));
    }
    try (var browser = TestBrowser.desktop(program)) {
      browser.signIn(head).visit("/terminals").screenshot("terminals-none");
      browser.follow("この端末を登録する").screenshot("terminal-new");
      browser.fill("端末の名前", "職員室のパソコン").press("この端末を登録する");
      browser.shows("登録しました").screenshot("terminals");
      pin(browser, "");
      browser.visit("/terminals").follow("登録をやめる").screenshot("terminal-end").follow("やめる");
      browser
          .page()
          .context()
          .clearCookies(
              new com.microsoft.playwright.BrowserContext.ClearCookiesOptions()
                  .setName(Door.COOKIE));
      browser.visit("/sign-in?way=password").screenshot("sign-in-terminal");
      browser.fill("ログイン名", teacher.login()).fill("パスワード", TestTown.PASSWORD);
      browser.press("ログインする");
      pin(browser, "-teacher");
      browser.visit("/").press("交代する");
      assertThat(browser.path()).isEqualTo(SignInPinController.URL);
      browser.screenshot("sign-in-pin");
      browser.page().getByText("小川 なぎさ").click();
      browser.page().keyboard().type("999912");
      browser.page().keyboard().press("Enter");
      browser.page().waitForSelector(".refusal");
      browser.look().shows("PINが違います").screenshot("sign-in-pin-refused");
      browser.fill("PIN", PIN).press("ログインする").shows("小川 なぎさ").shows("交代する");
      browser.screenshot("terminal-session").visit("/account/pin").screenshot("again");
      browser.visit("/").press("交代する");
      browser.page().getByText("花園 みつ").click();
      browser.page().keyboard().type(PIN);
      browser.page().keyboard().press("Enter");
      browser.page().waitForURL(url -> !url.contains("sign-in"));
      browser.shows("花園 みつ");
    }
  }

  private static void pin(TestBrowser browser, String size) {
    browser.visit("/account/pin").fill("新しいPIN", "123456").fill("新しいPIN（もう一度）", "123456");
    browser.press("PINを決める").shows("続き番号").screenshot("pin-refused" + size);
    browser.fill("新しいPIN", PIN).fill("新しいPIN（もう一度）", PIN);
    browser.press("PINを決める").shows("PINを決めました").screenshot("pin" + size);
  }

  @Test
  void theTerminalFitsASmallScreen() {
    var school = town.organisation(OrganisationKind.ELEMENTARY, "みどり台小学校");
    var head = town.worker(school, PostKind.COORDINATOR, "花園 みつ");
    try (var browser = TestBrowser.phone(program)) {
      browser.signIn(head).visit("/terminals/new").screenshot("terminal-new-phone");
      browser.fill("端末の名前", "1号機").press("この端末を登録する").screenshot("terminals-phone");
      pin(browser, "-phone");
      browser.visit("/sign-in").screenshot("sign-in-pin-phone");
      browser.page().getByText("花園 みつ").click();
      browser.fill("PIN", PIN).press("ログインする").visit("/terminals");
      browser.shows("交代する").screenshot("terminal-session-phone");
    }
  }
}
