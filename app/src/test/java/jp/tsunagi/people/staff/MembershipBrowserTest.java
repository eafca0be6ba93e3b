package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown;
import org.junit.jupiter.api.Test;

/** The chooser and the switch in a real browser, by keyboard, on a PC and a phone. */
class MembershipBrowserTest {
  private static final int A_WHILE = 120_000;

  private final TwoTowns two = new TwoTowns();

  @Test
  void oneChoosesAtTheDoorByKeyboardAndGoesOnLater() {
    try (var browser = TestBrowser.desktop(two.program)) {
      browser.signIn(two.therapist).shows("どの市町村・どの立場で入りますか");
      browser.screenshot("sign-in-membership");
      // the first one has the focus: Enter is enough
      browser.page().keyboard().press("Enter");
      browser.page().waitForURL(url -> !url.contains("sign-in"));
      browser.look().shows(TwoTowns.CITY);
      browser.page().locator("details.me summary").click();
      browser.screenshot("membership-menu").follow("市町村・立場の切りかえ");
      browser.look().shows("いまは つなぎ市").screenshot("membership");
      browser.page().locator(".standings button").first().click();
      browser.page().waitForURL(url -> !url.contains("membership"));
      browser.look().shows(TwoTowns.TOWN).hides("海辺の発達支援センター");
    }
  }

  @Test
  void aParentWhoWorksElsewhereChoosesOnThePhone() {
    TestTown.Worker parent = two.parent();
    try (var browser = TestBrowser.phone(two.program)) {
      browser.signIn(parent).shows("家族として").screenshot("sign-in-membership-phone");
      browser.page().locator(".standings button", withText(TwoTowns.TOWN)).click();
      browser.page().waitForURL(url -> url.contains("/portal"));
      browser.look().visit("/account/membership").screenshot("membership-phone");
      browser.page().locator(".standings button").first().click();
      browser.page().waitForURL(url -> !url.contains("membership"));
      browser.look().shows(TwoTowns.CITY);
    }
  }

  private static Page.LocatorOptions withText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void aSecondWindowOfTheFirstTownSendsNothingToTheOther() {
    try (var browser = TestBrowser.desktop(two.program)) {
      browser.signIn(two.therapist);
      browser.page().keyboard().press("Enter");
      browser.page().waitForURL(url -> !url.contains("sign-in"));
      browser.expecting("403").visit("/account/password");
      switched(browser);
      filled(browser).press("パスワードを変える");
      browser.shows("いまの市町村・立場の画面ではありません").screenshot("other-page");
    }
  }

  @Test
  void aWindowThatStoodOpenForLongLeadsBackInPlace() {
    try (var browser = TestBrowser.desktop(two.program)) {
      browser.page().clock().install();
      browser.signIn(two.therapist);
      browser.page().keyboard().press("Enter");
      browser.page().waitForURL(url -> !url.contains("sign-in"));
      filled(browser.visit("/account/password"));
      switched(browser);
      browser.page().clock().fastForward(A_WHILE);
      browser.page().locator("main form button.primary").click();
      browser.page().waitForSelector("dialog.again");
      browser.look().shows("別の市町村・立場に切りかわっています").screenshot("again-membership");
      Locator back = browser.page().locator("dialog.again .primary");
      back.click();
      browser.page().waitForSelector("main .error");
      browser.look().shows("パスワード");
      assertThat(browser.path()).isEqualTo("/account/password");
    }
  }

  /** The new password is no good, so that nothing changes by it. */
  private static TestBrowser filled(TestBrowser browser) {
    return browser.fill("いまのパスワード", "x").fill("新しいパスワード", "short").fill("新しいパスワード（もう一度）", "short");
  }

  /** In another window of the same browser. */
  private void switched(TestBrowser browser) {
    Page other = browser.page().context().newPage();
    other.navigate(two.program.url() + MembershipController.URL);
    other.locator(".standings button").first().click();
    other.waitForURL(url -> !url.contains("membership"));
    other.close();
  }
}
