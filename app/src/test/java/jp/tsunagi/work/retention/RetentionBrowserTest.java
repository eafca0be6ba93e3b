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
    browser.visit(PastTown.DISPOSALS).shows("2026-001").look().screenshot("disposals-" + on);
    assertThat(
            browser
                .page()
                .evaluate(
                    "[...document.querySelectorAll('.disposed')].every(one => one.scrollWidth <="
                        + " one.parentElement.clientWidth)"))
        .as("every count is in sight")
        .isEqualTo(true);
    browser.visit("/retention/holds").look().screenshot("holds-" + on);
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
