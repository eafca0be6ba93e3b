package jp.tsunagi.people.staff;

import static jp.tsunagi.people.staff.ProviderTown.login;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.net.URI;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The identity provider refuses us; and a session that ended goes on by way of it. */
class SignInProviderRefusedTest {
  private static ProviderTown there;
  private TestTown.Worker worker;

  @BeforeAll
  static void aMunicipalityWithItsProvider() throws Exception {
    there = new ProviderTown("127.0.6");
    // its first answer takes longer than the program waits for one, on a machine that does much
    var itself = URI.create(there.issuer() + "/.well-known/openid-configuration");
    try (var answer = itself.toURL().openStream()) {
      assertThat(answer.readAllBytes()).isNotEmpty();
    }
  }

  @AfterAll
  static void close() {
    there.close();
  }

  @BeforeEach
  void somebody() {
    var office = there.town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    worker = there.town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
  }

  /** What the page says when the provider answers the code with that. */
  private String said(ErrorObject error) throws Exception {
    Wanderer one = new Wanderer("127.0.6.200");
    there.refuses(error);
    URI back = Wanderer.onward(one.get(there.away(one)));
    var answer = one.get(back);
    assertThat(answer.statusCode()).isEqualTo(422);
    return Wanderer.text(answer);
  }

  /** Whoever runs the program must not look for a code that was used. */
  @Test
  void aWrongSecretOfOursDoesNotReadLikeAUsedCode() throws Exception {
    assertThat(said(OAuth2Error.INVALID_CLIENT)).contains("つなぎを受け付けませんでした");
    assertThat(said(OAuth2Error.UNAUTHORIZED_CLIENT)).contains("つなぎを受け付けませんでした");
    assertThat(said(OAuth2Error.INVALID_GRANT)).contains("もう使われています");
  }

  @Test
  void thePageThatStoodOpenGoesOnAfterItsWindow() {
    try (var browser = TestBrowser.named(there.program)) {
      Page page = browser.page();
      page.clock().install();
      browser.signIn(worker).visit("/organisations/new");
      browser.fill("名称", "そらいろ園").fill("よみ", "そらいろえん");
      browser.choose("種類", "認定こども園").choose("分野", "保育");
      there.town.run(tx -> SessionSql.endOthers(tx, worker.account(), new byte[0]));
      page.clock().fastForward(120_000);
      page.getByText("この機関を加える").last().click();
      page.waitForSelector("dialog.again");
      browser.look().shows("つなぎ市の認証でログインする").screenshot("sign-in-again-provider");
      there.says(login(worker.login()));
      Page window = page.waitForPopup(() -> page.getByText("つなぎ市の認証でログインする").click());
      window.waitForURL(url -> url.startsWith(there.program.named()) && !url.contains("/sign-in"));
      window.close();
      page.evaluate("window.dispatchEvent(new Event('focus'))");
      page.waitForURL("**/organisations/*-*");
      browser.look().shows("機関を加えました").shows("そらいろ園");
    }
  }
}
