package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.approval.ApprovalRoutes;
import org.junit.jupiter.api.Test;

/** A teacher sends a record for approval, and the coordinator decides about it, in a browser. */
class ApprovalBrowserTest {
  private final SheetTown town = new SheetTown();
  private final TestTown.Worker principal =
      town.town.worker(town.school, PostKind.PRINCIPAL, "白石 のぼる");

  ApprovalBrowserTest() {
    town.town.worker(town.school, PostKind.VICE_PRINCIPAL, "松風 みき");
    town.town.run(tx ->
        town.program
            .bean(ApprovalRoutes.class)
            .decide(
                tx,
                town.school,
                List.of(PostKind.COORDINATOR, PostKind.VICE_PRINCIPAL, PostKind.PRINCIPAL),
                Map.of("support-school", true)));
  }

  @Test
  void sentRemarkedOnReturnedAndApproved() {
    SheetId id = town.as(town.teacher, tx -> town.sheets.start(tx, town.schoolSheet()).orThrow());
    SheetTown.completeSchool()
        .forEach(draft -> town.as(town.teacher, tx -> town.sheets.save(tx, id, draft).orThrow()));
    String url = "/sheets/" + id;
    try (TestBrowser browser = TestBrowser.desktop(town.program)) {
      browser.signIn(town.teacher).visit(url + "/draft");
      browser.look().screenshot("approval-draft");
      browser.press("決裁に出す");
      browser.shows("決裁に出しました").screenshot("approval-sent");
    }
    try (TestBrowser browser = TestBrowser.desktop(town.program)) {
      browser.signIn(town.coordinator).visit("/day");
      browser.screenshot("approval-day");
      browser.visit("/approvals");
      browser.look().screenshot("approvals");
      browser.visit(url);
      browser.look().screenshot("approval-decide");
      browser.page().locator("#said-strengths summary").click();
      browser.page().locator("#said-strengths textarea").fill("いつ、どこでのことかも書いてください。");
      browser.page().locator("#said-strengths form button").click();
      browser.shows("いつ、どこでのことかも");
      browser.page().locator("#f-note").fill("コメントを見てください。");
      browser.press("差し戻す");
      browser.shows("差し戻しました");
    }
    try (TestBrowser phone = TestBrowser.phone(town.program)) {
      phone.signIn(town.teacher).visit(url + "/draft");
      phone.look().screenshot("approval-returned-phone");
      assertThat(phone.page().content()).contains("コメントを見てください。", "いつ、どこでのことかも");
    }
    town.as(
        town.teacher,
        tx -> {
          String text = "絵をかくこと。休み時間に路線図を覚えること。";
          town.sheets.save(tx, id, Draft.of("state", SheetTown.texts("strengths", text))).orThrow();
          return town.sheets.submit(tx, id).orThrow();
        });
    town.as(
        town.coordinator,
        tx -> {
          var approving = town.program.bean(Approving.class);
          approving.opened(tx, SheetSql.find(tx, id));
          return approving.approve(tx, id, false, java.util.Optional.empty()).orThrow();
        });
    try (TestBrowser phone = TestBrowser.phone(town.program)) {
      phone.signIn(principal).visit(url);
      phone.look().screenshot("approval-deputy-phone");
      phone.visit("/approval-route");
      phone.look().screenshot("approval-route-phone");
    }
    try (TestBrowser browser = TestBrowser.desktop(town.program)) {
      browser.signIn(principal).visit("/approval-route");
      browser.look().screenshot("approval-route");
      browser.visit(url);
      browser.look().screenshot("approval-differs");
    }
  }
}
