package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.database.SheetId;
import org.junit.jupiter.api.Test;

/** Writing and reading in a real browser, on the desktop and on a phone. */
class SheetBrowserTest {
  private final SheetTown town = new SheetTown().consented();

  private SheetId lastYear() {
    town.program.clock().set(LocalDate.of(2026, 4, 10));
    var before = NewSheet.at(town.school, town.child, "support-school", SheetTown.YEAR - 1);
    SheetId id = town.as(town.teacher, tx -> town.sheets.start(tx, before).orThrow());
    town.as(
        town.teacher,
        tx -> {
          SheetTown.completeSchool().forEach(draft -> town.sheets.save(tx, id, draft).orThrow());
          var answer =
              new Confirmation(
                  town.mother, Confirmation.Means.PAPER, tx.today(), java.util.Optional.empty());
          return town.sheets.confirm(tx, id, answer).orThrow();
        });
    town.program.clock().set(LocalDate.of(2026, 5, 14));
    return id;
  }

  private void wishes() {
    var profile = NewSheet.ofChild(town.child, "profile", SheetTown.YEAR);
    var words =
        SheetTown.texts(
            "guardian-wish", "困ったときに、泣く前に一言いえるようになってほしいです。", "child-wish", "えのかかりをやりたいです。");
    town.asMother(tx -> {
      SheetId id = town.sheets.start(tx, profile).orThrow();
      town.sheets.save(tx, id, Draft.of("wishes", words)).orThrow();
      return town.sheets.finish(tx, id).orThrow();
    });
  }

  @Test
  void schoolSheetIsWrittenSentAndConfirmed() {
    lastYear();
    wishes();
    try (TestBrowser browser = TestBrowser.desktop(town.program)) {
      browser.signIn(town.teacher).visit("/children/" + town.child + "/sheets");
      browser.screenshot("sheets");
      browser.press("支援内容（小・中学校）");
      browser.screenshot("draft-past");
      browser.press("空欄にまとめて写す");
      browser.page().locator(".row.taken .fate input[type=radio]").first().focus();
      browser.page().keyboard().press("1");
      browser.page().locator("textarea[name$='.last-evaluation']").fill("週に2回、自分から頼めた。");
      browser.page().waitForSelector("[data-saved][data-state=saved]");
      browser.page().locator(".row.taken").first().scrollIntoViewIfNeeded();
      browser.look().screenshot("draft-goals");
      browser.page().locator("#f-answer-learning").fill("漢字はよく覚える。長い板書は手が止まる。");
      browser.page().waitForSelector("[data-saved][data-state=saved]");
      browser.page().locator("#f-answer-teacher").fill("森田 かえで");
      browser.page().locator("#f-answer-written-on").fill("R8.5.14");
      browser.page().locator("#f-answer-teacher").focus();
      browser.page().waitForTimeout(1500);
      browser.look().screenshot("draft");
      browser.press("保護者に送る");
      browser.shows("保護者の確認を待っています").screenshot("waiting");
      browser.tick("確認しました");
      browser.page().locator("#f-place").fill("職員室 書庫2");
      browser.press("この返事を記録する");
      browser.shows("路線図").screenshot("final");
    }
    try (TestBrowser phone = TestBrowser.phone(town.program)) {
      phone.signIn(town.teacher).visit("/children/" + town.child + "/sheets");
      phone.screenshot("sheets-phone");
      phone
          .page()
          .getByRole(com.microsoft.playwright.options.AriaRole.LINK)
          .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("支援内容"))
          .first()
          .click();
      phone.look().screenshot("final-phone");
      phone.press("変更する");
      phone.screenshot("draft-phone");
    }
  }

  @Test
  void familySheetIsTypedIn() {
    try (TestBrowser browser = TestBrowser.desktop(town.program)) {
      browser.signIn(town.counsellor).visit("/children/" + town.child + "/sheets");
      browser.press("個人票");
      browser.screenshot("section");
      browser.press("保存して次へ");
      browser.press("保存して次へ");
      browser.page().getByLabel("好きなこと・好きなもの").first().fill("電車と絵本。");
      browser.page().waitForSelector("[data-saved][data-state=saved]");
      browser.look().screenshot("section-2");
      String sheet = browser.path().substring(0, browser.path().lastIndexOf('/'));
      for (String part : new String[] {"daily-life", "family", "contact"}) {
        browser.visit(sheet + "/" + part).screenshot("section-" + part);
      }
      try (TestBrowser phone = TestBrowser.phone(town.program)) {
        phone.signIn(town.counsellor).visit(sheet + "/strengths").screenshot("section-phone");
        phone.visit(sheet + "/family").screenshot("section-family-phone");
      }
    }
  }

  @Test
  void whatIsTypedWhenTheSessionEndsIsSavedAfterSigningInAgainInPlace() {
    String text = "電車と絵本。はじめての場所では、手をつなぐと落ち着きます。";
    try (TestBrowser browser = TestBrowser.desktop(town.program)) {
      browser.expecting("status of 401").signIn(town.counsellor);
      browser.visit("/children/" + town.child + "/sheets").press("個人票");
      browser.press("保存して次へ").press("保存して次へ").write("好きなこと・好きなもの", "電車");
      town.program.visitor().signIn(town.counsellor).post("/account/sessions/others/end").is(200);
      browser.fill("好きなこと・好きなもの", text);
      browser.page().waitForSelector("dialog.again");
      browser.look().screenshot("draft-sign-in-again");
      browser.page().locator("dialog.again [name=againLogin]").fill(town.counsellor.login());
      browser.page().locator("dialog.again [name=againPassword]").fill(TestTown.PASSWORD);
      browser.page().locator("dialog.again .primary").click();
      browser.page().waitForSelector("[data-saved][data-state=saved]");
      browser.look().hides("ログインし直してください").page().reload();
      assertThat(browser.page().getByLabel("好きなこと・好きなもの").first().inputValue()).isEqualTo(text);
    }
  }
}
