package jp.tsunagi.work.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import org.junit.jupiter.api.Test;

/** What has come to its end, on a desk and in a hand. */
class RetentionBrowserTest {
  private static final OffsetDateTime AT =
      LocalDate.of(2026, 11, 2).atTime(3, 0).atOffset(ZoneOffset.UTC);

  private final PastTown past = new PastTown();

  RetentionBrowserTest() {
    past.agreed(
        ConsentKind.HANDOVER, Set.of(past.school), new Period(PastTown.THEN, PastTown.ENTRY));
    past.sheet(past.family.child("田中", "たなか", "りお", PastTown.BORN, past.family.nursery));
    past.on(
        LocalDate.of(2026, 11, 2),
        past.second,
        tx ->
            RuleSql.decide(
                tx, RetentionKind.NURSERY, 0, new RetentionRule(5, RetentionStart.YEAR), "文書管理規程"));
    new PastRows(past)
        .disposal(Id.fresh(), 1, AT, RetentionKind.SCHOOL, RetentionKind.HANDOVER_RECORD);
  }

  private void looked(TestBrowser browser, String on) {
    browser.visit("/retention").shows("りお").look().screenshot("retention-" + on);
    countsAreInSight(browser);
    browser.visit(PastTown.DISPOSALS).shows("2026-001").look().screenshot("disposals-" + on);
    countsAreInSight(browser);
    browser.visit("/retention/holds").look().screenshot("holds-" + on);
  }

  private static void countsAreInSight(TestBrowser browser) {
    assertThat(
            browser
                .page()
                .evaluate(
                    "[...document.querySelectorAll('.scroll > table')].every(one =>"
                        + " one.scrollWidth <= one.parentElement.clientWidth)"))
        .as("no count stands beyond the edge")
        .isEqualTo(true);
  }

  @Test
  void itIsLookedThroughOnADeskAndInAHand() {
    try (var desk = TestBrowser.desktop(past.family.program)) {
      looked(desk.signIn(past.family.head), "desk");
    }
    try (var hand = TestBrowser.phone(past.family.program)) {
      hand.signIn(past.family.head).visit("/retention");
      assertThat(hand.page().locator("nav.filter").first().locator("li").count())
          .as("all kinds, and the two of which there is anything")
          .isEqualTo(3);
      looked(hand, "hand");
    }
  }

  /** English words are longer: nothing of the page's head may stand beyond the edge either. */
  @Test
  void itIsReadInEnglish() {
    try (var desk = TestBrowser.desktop(past.family.program)) {
      desk.signIn(past.family.head);
      desk.page()
          .locator("form[action='/reading'] button[value='en']")
          .first()
          .dispatchEvent("click");
      desk.page().waitForSelector("html[lang='en']");
      desk.visit("/retention").shows("Records past their term").screenshot("retention-english");
      desk.visit(PastTown.DISPOSALS).shows("Record of disposals");
      desk.visit("/retention/holds").shows("Kept longer");
    }
  }

  @Test
  void whatIsDecidedIsReadOnADeskAndInAHand() {
    var office = past.town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    var admin = past.town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
    try (var desk = TestBrowser.desktop(past.family.program)) {
      desk.signIn(admin)
          .visit("/settings/retention")
          .shows("文書管理規程")
          .look()
          .screenshot("retention-settings");
    }
    try (var hand = TestBrowser.phone(past.family.program)) {
      hand.signIn(admin).visit("/settings/retention").look().screenshot("retention-settings-hand");
    }
  }
}
