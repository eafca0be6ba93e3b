package jp.tsunagi.view.audit;

import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 閲覧の記録, as the auditor comes along, at a desk and on a phone. */
class AuditBrowserTest {
  private final FamilyTown family = new FamilyTown();
  private TestTown.Worker auditor;

  @BeforeEach
  void looked() {
    var office = family.town.organisation(OrganisationKind.CITY_OFFICE, "監査課");
    auditor = family.town.worker(office, PostKind.AUDITOR, "枝野 つかさ");
    var relative = family.town.worker(family.centre, PostKind.COUNSELLOR, "青空 さら");
    var visitor = family.program.visitor().signIn(relative);
    visitor.get("/children/" + family.child).is(200);
    visitor.get("/day").is(200);
  }

  @Test
  void atADesk() {
    try (var browser = TestBrowser.desktop(family.program)) {
      audit(browser, "");
    }
  }

  @Test
  void onAPhone() {
    try (var browser = TestBrowser.phone(family.program)) {
      audit(browser, "-phone");
    }
  }

  private void audit(TestBrowser browser, String size) {
    browser.signIn(auditor).shows("閲覧の記録").screenshot("audit" + size);
    browser.page().locator("form:has(input[value=child]) button").click();
    browser.shows("児童の氏名を入力してください").screenshot("audit-refused" + size);
    browser.fill("児童の氏名", "青空 ひなた").fill("生年月日", "R4.6.3");
    browser.page().locator("form:has(input[value=child]) button").click();
    browser.shows("青空 さら（相談員）").screenshot("audit-rows" + size);
    browser.visit("/audit/unusual").shows("自分と同じ姓").screenshot("unusual" + size);
    browser
        .page()
        .locator("summary")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("たしかめた"))
        .first()
        .click();
    browser.press("結果を残す").shows("たしかめた結果を").screenshot("unusual-refused" + size);
    browser.page().locator("textarea").first().fill("親族ではなかった");
    browser.press("結果を残す").shows("親族ではなかった").screenshot("unusual-looked" + size);
  }
}
