package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.record.file.Photographs;
import org.junit.jupiter.api.Test;

/** The staff's writing screen in a real browser: a photograph, and two tabs with one field. */
class AttachmentBrowserTest {
  private final SheetTown town = new SheetTown().consented();

  private static FilePayload photograph(String name) {
    return new FilePayload(name, "image/jpeg", Photographs.taken(600, 450, 6));
  }

  @Test
  void aChosenPhotographGoesInAtOnceAndComesOutAgain() {
    try (TestBrowser browser = TestBrowser.desktop(town.program)) {
      browser.signIn(town.counsellor).visit("/children/" + town.child + "/sheets");
      browser.press("個人票");
      browser.screenshot("photo-empty");
      browser.page().locator("[data-attach]").setInputFiles(photograph("ひなた.jpg"));
      browser.page().waitForSelector(".pictures img");
      browser.look().screenshot("photo");
      boolean drawn =
          (Boolean)
              browser
                  .page()
                  .locator(".pictures img")
                  .evaluate("it => it.complete && it.naturalHeight === 600");
      assertThat(drawn).as("upright and shown").isTrue();
      browser.press("外す");
      assertThat(browser.page().locator(".pictures img").count()).isZero();
      browser
          .page()
          .locator("[data-attach]")
          .setInputFiles(
              new FilePayload("a.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)));
      browser.page().waitForSelector(".refusal");
      browser.look().shows("ファイルを入れられませんでした").screenshot("photo-refused");
    }
  }

  @Test
  void theSecondTabShowsBothTextsAndNothingIsLost() {
    SheetId id = town.as(town.teacher, tx -> town.sheets.start(tx, town.schoolSheet()).orThrow());
    String draft = "/sheets/" + id + "/draft";
    try (TestBrowser one = TestBrowser.desktop(town.program);
        TestBrowser other = TestBrowser.desktop(town.program)) {
      one.signIn(town.teacher).visit(draft);
      other.signIn(town.teacher).visit(draft);
      one.page().locator("#f-answer-strengths").fill("絵をかくこと。");
      one.page().keyboard().press("Control+s");
      one.page().waitForSelector("[data-saved][data-state=saved]");
      other.page().locator("#f-answer-strengths").fill("歌うこと。");
      other.page().waitForSelector(".twotexts section");
      other.look().screenshot("conflict");
      other.press("両方つなげる");
      assertThat(other.page().locator("#f-answer-strengths").inputValue())
          .isEqualTo("絵をかくこと。\n歌うこと。");
    }
  }
}
