package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ORGANISATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session ends while somebody types: signing in again in place, and nothing is lost. */
class SignInAgainBrowserTest {
  private static final int A_WHILE = 120_000;

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final SecondFactorTown factors = new SecondFactorTown(program, town);
  private TestTown.Worker admin;
  private TestTown.Worker other;

  @BeforeEach
  void somebody() {
    var office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    admin = town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
    other = town.worker(office, PostKind.ADMINISTRATOR, "水野 しおり");
  }

  private void sessionEnds() {
    town.run(tx -> SessionSql.endOthers(tx, admin.account(), new byte[0]));
  }

  /** Somebody has filled in a form for two minutes when the session ends. */
  private TestBrowser typed(TestBrowser browser) {
    browser.page().clock().install();
    browser.signIn(admin).visit("/organisations/new");
    browser.fill("名称", "そらいろ園").fill("よみ", "そらいろえん");
    browser.choose("種類", "認定こども園").choose("分野", "保育");
    sessionEnds();
    browser.page().clock().fastForward(A_WHILE);
    browser.page().getByText("この機関を加える").last().click();
    browser.page().waitForSelector("dialog.again");
    return browser;
  }

  private static Locator inDialog(TestBrowser browser, String field) {
    return browser.page().locator("dialog.again input[name=" + field + "]");
  }

  private static void send(TestBrowser browser) {
    browser.page().locator("dialog.again .primary").click();
  }

  private long places(String name) {
    return town.call(tx ->
        (long)
            tx.sql()
                .fetchCount(
                    ORGANISATION,
                    ORGANISATION.TENANT_ID.eq(tx.tenant()).and(ORGANISATION.NAME.eq(name))));
  }

  @Test
  void theFormGoesOnAfterTheSamePersonHasSignedInInPlace() {
    try (var browser = typed(TestBrowser.desktop(program))) {
      browser.look().shows("ログインし直してください").shows("森田 かえで").screenshot("sign-in-again");
      inDialog(browser, "againLogin").fill(admin.login());
      inDialog(browser, "againPassword").fill("not this one at all");
      send(browser);
      browser.page().waitForSelector("dialog.again .refusal");
      browser.look().screenshot("sign-in-again-refused");
      inDialog(browser, "againPassword").fill(TestTown.PASSWORD);
      send(browser);
      browser.page().waitForURL("**/organisations/*-*");
      browser.look().shows("機関を加えました").shows("そらいろ園");
      assertThat(places("そらいろ園")).isEqualTo(1);
    }
  }

  @Test
  void theCodeIsAskedForInPlaceToo() {
    Totp app = factors.given(admin);
    town.run(tx -> FactorSql.remove(tx, admin.account()));
    try (var browser = TestBrowser.phone(program)) {
      browser.page().clock().install();
      browser.signIn(admin).visit("/organisations/new").fill("名称", "そらいろ園");
      town.run(tx ->
          program
              .bean(SecondFactors.class)
              .begin(tx, admin.account(), app, Totp.stepOf(tx.now()) - 2));
      sessionEnds();
      browser.page().clock().fastForward(A_WHILE);
      browser.page().getByText("この機関を加える").last().click();
      browser.page().waitForSelector("dialog.again");
      inDialog(browser, "againLogin").fill(admin.login());
      inDialog(browser, "againPassword").fill(TestTown.PASSWORD);
      send(browser);
      browser.page().waitForSelector("dialog.again input[name=againCode]");
      browser.look().screenshot("sign-in-again-code-phone");
      inDialog(browser, "againCode").fill(factors.code(app, 0));
      send(browser);
      browser.page().waitForSelector("main .error");
      assertThat(browser.page().locator("#f-name").inputValue()).isEqualTo("そらいろ園");
    }
  }

  @Test
  void anotherPersonGetsAPageOfTheirOwnAndNothingOfTheText() {
    try (var browser = typed(TestBrowser.desktop(program))) {
      inDialog(browser, "againLogin").fill(other.login());
      inDialog(browser, "againPassword").fill(TestTown.PASSWORD);
      send(browser);
      browser.page().waitForURL(url -> !url.contains("organisations/new"));
      browser.look().shows("水野 しおり").hides("そらいろ園");
      assertThat(places("そらいろ園")).isZero();
    }
  }

  @Test
  void whoClosesTheQuestionKeepsTheTextAndIsAskedAgain() {
    try (var browser = typed(TestBrowser.desktop(program))) {
      browser.page().locator("dialog.again [data-close]").click();
      assertThat(browser.page().locator("#f-name").inputValue()).isEqualTo("そらいろ園");
      browser.page().getByText("この機関を加える").last().click();
      browser.page().waitForSelector("dialog.again");
    }
  }

  @Test
  void aScreenThatWasLeftIsEmptiedAndComesBackWithTheSamePerson() {
    try (var browser = TestBrowser.desktop(program)) {
      browser.page().clock().install();
      browser.signIn(admin).visit("/organisations/new").fill("名称", "そらいろ園");
      String title = browser.page().title();
      browser.page().clock().fastForward(Sessions.IDLE.toMillis());
      assertThat(browser.page().locator("dialog.again").count()).isZero();
      program.clock().set(jp.tsunagi.TestClock.START.plus(Sessions.IDLE).plusSeconds(1));
      browser.page().clock().fastForward(A_WHILE);
      browser.page().waitForSelector("dialog.again");
      browser.screenshot("sign-in-again-emptied");
      assertThat(browser.page().locator("dialog.again").textContent()).contains("森田 かえで");
      assertThat(browser.page().locator("#f-name").count()).as("nothing of the page").isZero();
      assertThat(browser.page().locator("body > :not(dialog)").count()).isZero();
      assertThat(browser.page().title()).isNotEqualTo(title);
      browser.page().keyboard().press("Escape");
      browser.page().waitForSelector("dialog.again[open]");
      assertThat(browser.page().locator("dialog.again [data-close]").count()).isZero();
      inDialog(browser, "againLogin").fill(admin.login());
      inDialog(browser, "againPassword").fill(TestTown.PASSWORD);
      send(browser);
      browser.page().waitForSelector("#f-name");
      assertThat(browser.page().locator("#f-name").inputValue()).isEqualTo("そらいろ園");
      assertThat(browser.page().title()).isEqualTo(title);
      browser.fill("よみ", "そらいろえん").choose("種類", "認定こども園").choose("分野", "保育");
      browser.page().getByText("この機関を加える").last().click();
      browser.page().waitForURL("**/organisations/*-*");
      assertThat(places("そらいろ園")).isEqualTo(1);
    }
  }
}
