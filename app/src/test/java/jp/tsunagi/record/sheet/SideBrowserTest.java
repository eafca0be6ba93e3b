package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.TestBrowser;
import jp.tsunagi.base.database.SheetId;
import org.junit.jupiter.api.Test;

/** A teacher puts an example into a goal by the keyboard alone, fills its blank, takes it back. */
class SideBrowserTest {
  private static final String GOAL = "#f-answer-long-goal";

  private final SheetTown town = new SheetTown();

  @Test
  void anExampleGoesInByTheKeyboardAndIsUndone() {
    SheetId id = town.as(town.teacher, tx -> town.sheets.start(tx, town.schoolSheet()).orThrow());
    try (TestBrowser browser = TestBrowser.desktop(town.program)) {
      browser.signIn(town.teacher).visit("/sheets/" + id + "/draft");
      var page = browser.page();
      page.locator(GOAL).focus();
      page.keyboard().press("Alt+2");
      page.waitForSelector("#ideas [data-idea]:focus");
      assertThat(page.locator("select[name=kind]").inputValue()).isEqualTo("GOAL");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowUp");
      page.keyboard().press("Enter");
      page.waitForSelector(GOAL + ":focus");
      String put = page.locator(GOAL).inputValue();
      assertThat(put).contains("＿＿");
      page.keyboard().type("3");
      String filled = page.locator(GOAL).inputValue();
      assertThat(filled).isEqualTo(put.replaceFirst("＿＿", "3"));
      browser.page().waitForSelector("[data-saved][data-state=saved]");
      browser.shows("に入れました").look().screenshot("draft-ideas");
      page.keyboard().press("Control+z");
      assertThat(page.locator(GOAL).inputValue()).isEqualTo(put);
      page.keyboard().press("Control+z");
      assertThat(page.locator(GOAL).inputValue()).isEmpty();
      page.keyboard().press("Control+Shift+z");
      assertThat(page.locator(GOAL).inputValue()).isEqualTo(put);
      page.keyboard().press("Alt+2");
      page.keyboard().press("ArrowUp");
      page.waitForSelector("[data-search]:focus");
      page.keyboard().type("たいまー");
      page.waitForSelector("#ideas :text(\"あてはまる例はありません\")");
      page.keyboard().press("Escape");
      page.waitForSelector(GOAL + ":focus");
      page.keyboard().press("Alt+3");
      page.waitForSelector("#printed .leaf");
      page.locator(GOAL).fill("困ったとき、自分から頼む。");
      page.waitForSelector("#printed :text(\"困ったとき、自分から頼む。\")");
      browser.look().screenshot("draft-printed");
    }
  }
}
