package jp.tsunagi.people.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A child comes to the centre and to a 園, seen in a real browser. */
class IntakeWalkTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private TestTown.Worker counsellor;
  private TestTown.Worker head;

  @BeforeEach
  void town() {
    var centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ発達支援センター");
    var nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
    town.schoolClass(nursery, 2026, "ほし組");
    counsellor = town.worker(centre, PostKind.COUNSELLOR, "水野 ことね");
    head = town.worker(nursery, PostKind.NURSERY_HEAD, "陽田 まひる");
    var children = new TestChildren(program, town);
    LocalDate born = LocalDate.of(2022, 6, 3);
    children.add(nursery, InvolvementKind.ENROLMENT, "白石", "しらいし", "ひなた", "ひなた", born);
    children.add(nursery, InvolvementKind.ENROLMENT, "髙嶺", "たかみね", "りく", "りく", born.minusDays(40));
    children.add(nursery, InvolvementKind.ENROLMENT, "高峰", "たかみね", "陸", "りく", born.plusDays(70));
  }

  private static TestBrowser who(TestBrowser browser) {
    return browser
        .fill("姓", "青空")
        .fill("姓のふりがな", "あおぞら")
        .fill("名", "ひなた")
        .fill("名のふりがな", "ひなた")
        .fill("生年月日", "R4.6.3");
  }

  @Test
  void aCounsellorTakesAChildIn() {
    try (TestBrowser browser = TestBrowser.desktop(program)) {
      browser.signIn(counsellor);
      browser.visit("/children/new").screenshot("intake-new");
      who(browser).tick("相談を受ける").press("登録がないか確かめる");
      browser.shows("みどり保育園").screenshot("intake-match");
      browser.press("この中にいない。登録へ進む").shows("令和4年6月3日（2022）").screenshot("intake-form");
      browser.press("登録する").shows("登録の理由を、1つ以上").screenshot("intake-refused");
      browser
          .tick("女")
          .tick("保護者が希望する")
          .fill("住所", "つなぎ市みどり台1-2-3")
          .fill("氏名", "青空 みなみ")
          .choose("続柄", "母")
          .fill("電話", "080-0000-1234");
      browser.page().locator("#f-guardian-kana").fill("あおぞら みなみ");
      browser.press("登録する").shows("登録しました").screenshot("intake-child");
      browser.visit(browser.path() + "/enrolments").shows("相談").screenshot("intake-enrolments");
      browser.follow("氏名・生年月日").shows("保護者が希望する").screenshot("intake-identity");
      browser.follow("住所").shows("みどり台").screenshot("intake-address");
      browser.follow("保護者").shows("080-0000-1234").screenshot("intake-guardians");
      browser.visit("/children/doubles").shows("かもしれない児童はいません").screenshot("intake-doubles");
    }
  }

  @Test
  void aHeadFindsChildrenAndPutsThemIntoClasses() {
    try (TestBrowser browser = TestBrowser.desktop(program)) {
      browser.signIn(head);
      browser.visit("/children/search").screenshot("intake-search-empty");
      browser.page().locator("main input[type=search]").fill("たかみね");
      browser.page().locator("main form button").first().click();
      browser.page().waitForLoadState();
      browser.look().shows("同じ読みの児童がほかに1人").screenshot("intake-search");
      browser.page().locator("#find").pressSequentially("しら");
      browser.page().waitForSelector("#found a");
      browser.look().screenshot("intake-found");
      browser.visit("/classes").shows("組が決まっていない").screenshot("intake-classes");
      browser.page().locator("input[name=child]").first().check();
      browser.page().locator("select[name=class]").selectOption("ほし組　令和8年度");
      browser.press("選んだ児童を組に入れる");
      browser.shows("組に入れました").screenshot("intake-classes-moved");
    }
  }

  @Test
  void itWorksWithAPhone() {
    try (TestBrowser browser = TestBrowser.phone(program)) {
      browser.signIn(head);
      browser.visit("/children/new").screenshot("intake-new-phone");
      who(browser).press("登録がないか確かめる");
      browser.screenshot("intake-match-phone").press("この中にいない。登録へ進む");
      browser.screenshot("intake-form-phone").press("登録する").screenshot("intake-refused-phone");
      browser.visit("/classes").screenshot("intake-classes-phone");
      assertThat(browser.path()).isEqualTo("/classes");
    }
  }
}
