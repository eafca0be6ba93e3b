package jp.tsunagi.people.involvement;

import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 担当の子ども, as the head of a 園 comes along, at a desk and on a phone. */
class CaseloadsBrowserTest {
  private final FamilyTown family = new FamilyTown();
  private final TestTown town = family.town;

  @BeforeEach
  void enrolled() {
    var stars = town.schoolClass(family.nursery, 2026, "ほし組");
    town.worker(family.nursery, PostKind.NURSERY_TEACHER, "浅瀬 りつ", Optional.of(stars));
    town.worker(family.nursery, PostKind.NURSERY_TEACHER, "小麦 さら");
    family.child("緑川", "みどりかわ", "あおい", LocalDate.of(2022, 5, 1), family.nursery);
    town.run(tx -> {
      Involvements involvements = family.program.bean(Involvements.class);
      Period year = Period.since(LocalDate.of(2026, 4, 1));
      involvements.open(tx, family.child, family.nursery, InvolvementKind.ENROLMENT, year);
      involvements.of(tx, family.child).stream()
          .filter(one -> one.kind() == InvolvementKind.ENROLMENT)
          .forEach(one -> involvements.place(tx, one, stars, Optional.of(1), year));
    });
  }

  @Test
  void atADesk() {
    try (var browser = TestBrowser.desktop(family.program)) {
      caseloads(browser, "");
    }
  }

  @Test
  void onAPhone() {
    try (var browser = TestBrowser.phone(family.program)) {
      caseloads(browser, "-phone");
    }
  }

  private void caseloads(TestBrowser browser, String size) {
    browser.signIn(family.head).visit("/caseloads").screenshot("caseloads" + size);
    browser.press("つぎへ（たしかめる）").shows("児童を1人以上").screenshot("caseloads-refused" + size);
    browser.page().locator("tr", row("緑川")).locator("input[type=checkbox]").check();
    browser.page().getByText("名前で受け持つ人を加える").click();
    browser
        .page()
        .locator("select[name=holder]")
        .selectOption(new SelectOption().setLabel("小麦 さら（担任）"));
    browser.press("つぎへ（たしかめる）");
    browser.shows("緑川").screenshot("caseload-plan" + size);
    browser.press("この内容で決める").shows("担当を変えました");
    browser.page().getByText("小麦 さら（担任） 1").click();
    browser.shows("名前で担当").screenshot("caseloads-holder" + size);
    browser.follow("小麦 さらさんの代わりの人").screenshot("substitutes" + size);
    browser.choose("代わりの人", "浅瀬 りつ").fill("最後の日", "R8.12.10").press("代わりの人にする");
    browser.shows("代わりの人を決めました").screenshot("substitutes-one" + size);
    browser.visit("/children/" + family.child + "/enrolments").screenshot("enrolments-held" + size);
  }

  private static com.microsoft.playwright.Page.LocatorOptions row(String name) {
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText(name);
  }
}
