package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.Sector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The administrator's screens in a real browser, at a desk and on a phone. */
class AdministratorBrowserTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private TestTown.Worker admin;
  private TestTown.Worker principal;

  @BeforeEach
  void city() {
    OrganisationId office =
        put("福祉総務課", "ふくしそうむか", OrganisationKind.CITY_OFFICE, Sector.WELFARE, 2);
    put("はぐくみ児童発達支援センター", "はぐくみ", OrganisationKind.CENTRE, Sector.WELFARE, 2);
    put("教育センター", "きょういくせんたー", OrganisationKind.EDUCATION_CENTRE, Sector.EDUCATION, 2);
    put("みどり保育園", "みどりほいくえん", OrganisationKind.NURSERY, Sector.CHILDCARE, 1);
    OrganisationId school =
        put("みどり台小学校", "みどりだいしょうがっこう", OrganisationKind.ELEMENTARY, Sector.EDUCATION, 1);
    var second = town.schoolClass(school, 2026, "2年1組");
    admin = town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
    town.worker(school, PostKind.HOMEROOM_TEACHER, "髙嶺 りく", Optional.of(second));
    principal = town.worker(school, PostKind.PRINCIPAL, "水野 しおり");
  }

  private OrganisationId put(
      String name, String kana, OrganisationKind kind, Sector sector, int tier) {
    OrganisationId id = OrganisationId.create();
    Connection stage = kind == OrganisationKind.NURSERY ? Connection.PAPER : Connection.READ_WRITE;
    town.run(tx ->
        program
            .bean(Organisations.class)
            .put(
                tx,
                new Organisation(
                    id,
                    name,
                    kana,
                    kind,
                    Optional.of(tier),
                    sector,
                    Optional.of("東中学校区"),
                    stage,
                    Optional.of("0000-20-0101"))));
    return id;
  }

  /** Not through the first page, which belongs to a higher floor. */
  private TestBrowser signedIn(TestBrowser browser) {
    return signedIn(browser, admin);
  }

  private TestBrowser signedIn(TestBrowser browser, TestTown.Worker as) {
    String cookie = session(as);
    browser
        .page()
        .context()
        .addCookies(
            List.of(
                new Cookie(Door.COOKIE, cookie)
                    .setDomain("127.0.0.1")
                    .setPath("/")
                    .setSecure(true)
                    .setHttpOnly(true)));
    return browser;
  }

  private String session(TestTown.Worker as) {
    var membership =
        new Membership(as.account(), town.tenant(), Membership.Kind.STAFF, as.staff().value());
    return town.call(tx ->
        program
            .bean(Sessions.class)
            .begin(tx, membership, BrowserKind.of(""), Sessions.Shown.PASSWORD));
  }

  @Test
  void organisationsAtADesk() {
    try (var browser = TestBrowser.desktop(program)) {
      organisations(signedIn(browser), "");
    }
  }

  @Test
  void organisationsOnAPhone() {
    try (var browser = TestBrowser.phone(program)) {
      organisations(signedIn(browser), "-phone");
    }
  }

  private static void organisations(TestBrowser browser, String size) {
    browser.visit("/organisations").screenshot("organisations" + size);
    browser.fill("名前・よみ", "なし").press("しぼる").shows("あてはまる機関はありません");
    browser.screenshot("organisations-none" + size);
    browser.visit("/organisations/new").screenshot("organisation-new" + size);
    browser.fill("名称", "そらいろ園").press("この機関を加える").shows("見なおしてください");
    browser.screenshot("organisation-refused" + size);
    browser.fill("よみ", "そらいろえん").choose("種類", "認定こども園").choose("分野", "保育");
    browser.press("この機関を加える").shows("機関を加えました").screenshot("organisation" + size);
    browser.follow("段階を変える").screenshot("organisation-connection" + size);
    browser.page().getByText("担当をもつ職員が読み、自分の機関").click();
    browser.press("この段階にする").shows("閲覧と入力");
    browser.follow("組を加える").fill("加える組", "ひよこ組\nりす組\nきりん組").press("組を加える");
    browser.shows("りす組").screenshot("organisation-classes" + size);
  }

  @Test
  void staffAtADesk() {
    try (var browser = TestBrowser.desktop(program)) {
      staff(signedIn(browser), "");
    }
  }

  @Test
  void staffOnAPhone() {
    try (var browser = TestBrowser.phone(program)) {
      staff(signedIn(browser), "-phone");
    }
  }

  private void staff(TestBrowser browser, String size) {
    browser.visit("/staff").screenshot("staff-list" + size);
    browser.follow("職員を加える").screenshot("staff-new" + size);
    browser.fill("氏名", "小川 なぎさ").page().locator("#f-login").fill("あいう");
    browser.press("この職員を加える");
    browser.shows("見なおしてください").screenshot("staff-refused" + size);
    browser.fill("ふりがな", "おがわ なぎさ").page().locator("#f-login").fill("ogawa" + System.nanoTime());
    browser.fill("誓約書を受け取った日", "R8.11.2").press("この職員を加える");
    browser.shows("このパスワードが見えるのは");
    browser.screenshot("staff-slip" + size).follow("この職員の画面へ");
    browser.screenshot("staff-added" + size).follow("担当を加える");
    browser.screenshot("assignment-where" + size);
    browser.choose("機関", "みどり台小学校").press("つぎへ").screenshot("assignment" + size);
    browser.page().getByText("学級担任").or(browser.page().getByText("担任")).first().click();
    browser.press("この担当を加える").shows("受け持つ組の児童だけを見ます");
    browser.screenshot("assignment-refused" + size);
    browser
        .page()
        .locator("select[name=schoolClass]")
        .selectOption(new SelectOption().setLabel("令和8年度（2026）　2年1組"));
    browser.press("この担当を加える");
    browser.shows("確認待ち").shows("水野 しおり").screenshot("staff-waiting" + size);
    String page = browser.path();
    browser.visit("/newcomers").shows("ほかの人の確認").screenshot("newcomers-others" + size);
    confirmedByThePrincipal(browser, size);
    browser.visit(page).shows("2年1組").screenshot("staff" + size);
    browser.follow("終える").screenshot("assignment-end" + size);
    browser.fill("最後の日", "R8.12.31").press("この日で終える").shows("最後の日を決めました");
    browser.follow("新しいパスワードを渡す").screenshot("staff-password" + size);
    browser.press("新しいパスワードを渡す").shows("本人に直接渡してください");
    browser.visit("/account/password").screenshot("account-password" + size);
    assertThat(browser.path()).isEqualTo("/account/password");
  }

  private void confirmedByThePrincipal(TestBrowser browser, String size) {
    signedIn(browser, principal).visit("/newcomers").screenshot("newcomers" + size);
    browser.page().getByText("知らない人です").click();
    browser.press("確認せずに返す").shows("返す理由を入力").screenshot("newcomers-refused" + size);
    browser.page().locator("button.primary").first().click();
    browser.shows("確認しました");
    signedIn(browser);
  }
}
