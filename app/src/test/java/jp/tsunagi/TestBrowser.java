package jp.tsunagi;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real browser in front of the program. Every page it comes to is looked over: no error in the
 * console, nothing fetched from elsewhere, no finding of axe (WCAG 2.2 A and AA, best practice;
 * again only where a page has kinds of elements, or in places, that were not judged yet), nothing
 * that must be scrolled sideways.
 */
public final class TestBrowser implements AutoCloseable {
  private static final Path SCREENS = Path.of("target", "screens");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String WITHOUT_READINGS =
      """
      () => {
        document.querySelectorAll("rt").forEach(reading => reading.remove());
        document.querySelectorAll("ruby").forEach(word => word.replaceWith(word.textContent));
        document.body.normalize();
      }\
      """;

  /** What a page is made of, at this width: its address, and each kind of element in its place. */
  private static final String MADE_OF =
      """
      () => {
        const kind = one => one.tagName + [...one.attributes]
          .filter(({ name }) => name !== "id" && name !== "for" && name !== "style")
          .map(({ name, value }) => "class role type aria-live".split(" ").includes(name)
            ? name + "=" + value : name).sort().join(" ");
        const address = location.pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id");
        const kinds = [...document.querySelectorAll("*")]
          .map(one => kind(one) + " in " + (one.parentElement ? kind(one.parentElement) : ""));
        return [...new Set([address, ...kinds])].map(one => window.innerWidth + " " + one);
      }\
      """;

  private static final Set<String> LOOKED_OVER = ConcurrentHashMap.newKeySet();
  private static final String FETCH =
      """
      async address => {
        const answer = await fetch(address);
        if (!answer.ok) throw new Error(address + " answers " + answer.status);
        const bytes = new Uint8Array(await answer.arrayBuffer());
        return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
      }\
      """;

  private static final class Chromium {
    static final Browser BROWSER = launch();

    private static Browser launch() {
      Path installed =
          Path.of(
              System.getenv().getOrDefault("TSUNAGI_BROWSER", "/usr/bin/chromium-headless-shell"));
      var options =
          new BrowserType.LaunchOptions()
              .setArgs(
                  List.of(
                      "--no-sandbox",
                      "--disable-background-networking",
                      "--disable-component-update",
                      "--disable-sync",
                      "--no-first-run"));
      var settings = new Playwright.CreateOptions();
      if (Files.isExecutable(installed) && !Files.isDirectory(installed)) {
        options.setExecutablePath(installed);
        settings.setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
      }
      return Playwright.create(settings).chromium().launch(options);
    }
  }

  private final String root;
  private final BrowserContext context;
  private final Page page;
  private final List<String> problems = new ArrayList<>();
  private boolean nothingThere;
  private final List<String> expected = new ArrayList<>();

  private TestBrowser(String root, int width, int height) {
    this.root = root;
    context =
        Chromium.BROWSER.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo")
                .setAcceptDownloads(true));
    context.setDefaultTimeout(30_000);
    page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !expected(message.text())) {
        problems.add("console: " + message.text());
      }
    });
    page.onPageError(error -> problems.add("script: " + error));
    page.onRequest(request -> {
      if (!request.url().startsWith(root) && !request.url().startsWith("data:")) {
        problems.add("fetched from elsewhere: " + request.url());
      }
    });
  }

  /** No errors: a refused form (422), two texts of one field (409), what was asked for in vain. */
  private boolean expected(String said) {
    return said.contains("status of 422")
        || said.contains("status of 409")
        || nothingThere && said.contains("status of 404")
        || expected.stream().anyMatch(said::contains);
  }

  /** At an office PC. */
  public static TestBrowser desktop(TestProgram program) {
    return new TestBrowser(program.url(), 1366, 768);
  }

  /** With a phone. */
  public static TestBrowser phone(TestProgram program) {
    return new TestBrowser(program.url(), 390, 844);
  }

  /** The same at the name of this machine: passkeys are bound to names. */
  public static TestBrowser named(TestProgram program) {
    return new TestBrowser(program.named(), 1366, 768);
  }

  /** The same with a phone. */
  public static TestBrowser namedPhone(TestProgram program) {
    return new TestBrowser(program.named(), 390, 844);
  }

  /** What is not offered here is done with Playwright itself; call {@link #look()} afterwards. */
  public Page page() {
    return page;
  }

  /** From now on the console may say this: the test itself brings it about. */
  public TestBrowser expecting(String error) {
    expected.add(error);
    return this;
  }

  /** Opens an address of the program. */
  public TestBrowser visit(String path) {
    page.navigate(root + path);
    return look();
  }

  /** Opens an address behind which there is nothing for this person: 404, and the page says so. */
  public TestBrowser missing(String path) {
    nothingThere = true;
    assertThat(page.navigate(root + path).status()).as(path).isEqualTo(404);
    look().shows("この画面は見つかりません");
    nothingThere = false;
    return this;
  }

  /** Signs in with the password of all test people. */
  public TestBrowser signIn(TestTown.Worker worker) {
    return signIn(worker.login(), TestTown.PASSWORD);
  }

  public TestBrowser signIn(String login, String password) {
    visit("/sign-in").fill("ログイン名", login).fill("パスワード", password);
    return press("ログインする");
  }

  /** Writes into the field of that label. */
  public TestBrowser fill(String label, String text) {
    field(label).fill(text);
    return this;
  }

  /** Chooses an option of the list of that label. */
  public TestBrowser choose(String label, String option) {
    field(label).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
    return this;
  }

  /** Ticks the box or the choice of that label. */
  public TestBrowser tick(String label) {
    field(label).check();
    return this;
  }

  /** Puts a file into the field of that label. */
  public TestBrowser attach(String label, String name, String type, byte[] content) {
    field(label).setInputFiles(new FilePayload(name, type, content));
    return this;
  }

  /** Writes and waits until the page has saved that by itself. */
  public TestBrowser write(String label, String text) {
    page.waitForResponse(
        answer -> answer.request().headers().containsKey("x-requested-with") && answer.ok(),
        () -> fill(label, text));
    page.waitForSelector("[data-saved][data-state=saved]");
    return this;
  }

  private Locator field(String label) {
    page.evaluate(WITHOUT_READINGS);
    return page.getByLabel(label).first();
  }

  /** Presses the button of that name. */
  public TestBrowser press(String name) {
    return click(AriaRole.BUTTON, name);
  }

  /** Follows the link of that name. */
  public TestBrowser follow(String name) {
    return click(AriaRole.LINK, name);
  }

  /** Follows the link of that text in the row, or the card of the portal, that shows the words. */
  public TestBrowser inRow(String words, String link) {
    page.evaluate(WITHOUT_READINGS);
    page.locator("tr, section.change")
        .filter(new Locator.FilterOptions().setHasText(words))
        .getByText(link)
        .first()
        .click();
    page.waitForLoadState();
    return look();
  }

  /** What the link of that name leads to, when it is no page: a PDF, an Excel file, a scan. */
  public byte[] file(String link) {
    String address = (String) link(link).evaluate("link => link.href");
    return Base64.getDecoder().decode((String) page.evaluate(FETCH, address));
  }

  /** The link of that name. */
  public Locator link(String name) {
    return named(AriaRole.LINK, name);
  }

  private TestBrowser click(AriaRole role, String name) {
    named(role, name).click();
    page.waitForLoadState();
    return look();
  }

  /** By the name without furigana: first in the page itself, then around it. */
  private Locator named(AriaRole role, String name) {
    page.evaluate(WITHOUT_READINGS);
    return Stream.of(
            within("main", role, name, true),
            within("main", role, name, false),
            within("body", role, name, true))
        .filter(found -> found.count() > 0)
        .findFirst()
        .orElseGet(() -> within("body", role, name, false))
        .first();
  }

  private Locator within(String place, AriaRole role, String name, boolean exact) {
    return page.locator(place)
        .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(exact));
  }

  /** Fails unless the page shows the text. */
  public TestBrowser shows(String text) {
    assertThat(text()).contains(text);
    return this;
  }

  /** Fails if the page shows the text. */
  public TestBrowser hides(String text) {
    assertThat(text()).doesNotContain(text);
    return this;
  }

  /** What the page shows, without furigana. */
  public String text() {
    page.evaluate(WITHOUT_READINGS);
    return page.locator("body").innerText();
  }

  /** The path of the page, without its query. */
  public String path() {
    return java.net.URI.create(page.url()).getPath();
  }

  /** Keeps a picture of the page in {@code target/screens}. */
  public TestBrowser screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")).setFullPage(true));
    return this;
  }

  /** Looks the page over as it is now. */
  public TestBrowser look() {
    // a form that is sent long after its page came asks first who is signed in
    page.waitForSelector("html:not([data-asking]), dialog.again");
    page.waitForLoadState();
    assertThat(problems).as(page.url()).isEmpty();
    if (LOOKED_OVER.addAll(madeOf())) {
      assertNoFindings();
    }
    assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
        .as("pixels to scroll sideways on " + page.url())
        .satisfies(over -> assertThat(((Number) over).intValue()).isLessThanOrEqualTo(0));
    return this;
  }

  @SuppressWarnings("unchecked")
  private List<String> madeOf() {
    return (List<String>) page.evaluate(MADE_OF);
  }

  private void assertNoFindings() {
    var found = new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze().getViolations();
    String findings =
        found.stream()
            .map(rule ->
                rule.getId()
                    + ": "
                    + rule.getHelp()
                    + rule.getNodes().stream()
                        .map(node -> "\n    " + node.getTarget() + " " + node.getHtml())
                        .collect(Collectors.joining()))
            .collect(Collectors.joining("\n"));
    if (!findings.isEmpty()) {
      screenshot("axe-" + Integer.toHexString(page.url().hashCode()));
    }
    assertThat(findings).as("axe on " + page.url()).isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
