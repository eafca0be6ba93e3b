package jp.tsunagi.record.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Relation;
import org.junit.jupiter.api.Test;

/** まもなく終わる同意, and who is 18 before long: the duties of the hubs. */
class EndingTest {
  private final FamilyTown family = new FamilyTown();
  private final LocalDate today =
      LocalDate.ofInstant(family.program.clock().instant(), ActingClock.JAPAN);
  private final Visitor counsellor = family.program.visitor().signIn(family.counsellor);

  private ConsentId consent(ConsentKind kind, LocalDate from, LocalDate last) {
    return family.agrees(kind, Period.through(from, last), ScopeLine.of(Category.PROFILE));
  }

  private String page() {
    return counsellor.get("/consents/ending").is(200).body();
  }

  @Test
  void aConsentIsListedSixtyDaysBeforeItsLastUntilAnotherGoesOn() {
    ConsentId share = consent(ConsentKind.SHARE, today, today.plusDays(60));
    ConsentId far = consent(ConsentKind.HANDOVER, today, today.plusDays(61));
    assertThat(counsellor.get("/day").is(200).body()).contains("/consents/ending");
    assertThat(page())
        .contains("/consents/" + share, "あと60日", "青空", "つなぎ教育センター")
        .doesNotContain("/consents/" + far);
    consent(ConsentKind.SHARE, today.plusDays(61), today.plusDays(400));
    assertThat(page()).doesNotContain("/consents/" + share).contains("60日のうちに終わる同意はありません");
    assertThat(family.town.trace(Action.LIST))
        .extracting(row -> row.getPurpose())
        .contains("CONSENTS_ENDING");
  }

  @Test
  void whatWasTakenBackIsNotAskedForAnew() {
    ConsentId share = consent(ConsentKind.SHARE, today, today.plusDays(10));
    assertThat(page()).contains("/consents/" + share);
    family
        .program
        .database()
        .run(
            family.town.actor(family.counsellor),
            tx ->
                family
                    .program
                    .bean(Consents.class)
                    .withdraw(tx, family.child, share, ConsentMeans.PAPER, today));
    assertThat(page()).doesNotContain("/consents/" + share);
  }

  @Test
  void aChildIsListedSixMonthsBeforeItIsOfAge() {
    var soon = family.child("若葉", "わかば", "みのる", today.minusYears(18).plusMonths(6), family.centre);
    var later =
        family.child(
            "若葉", "わかば", "かおる", today.minusYears(18).plusMonths(6).plusDays(1), family.centre);
    var grown = family.child("若葉", "わかば", "しげる", today.minusYears(18), family.centre);
    family.guardian(soon, "若葉 みき", Relation.MOTHER, true);
    assertThat(page())
        .contains("/children/" + soon + "/guardians")
        .doesNotContain("/children/" + later, "/children/" + grown);
  }

  @Test
  void onlyTheHubsAreAsked() {
    family.program.visitor().signIn(family.head).get("/consents/ending").is(404);
    var other =
        family.town.organisation(
            jp.tsunagi.people.organisation.OrganisationKind.CENTRE, "となりのセンター");
    consent(ConsentKind.SHARE, today, today.plusDays(10));
    var stranger = family.town.worker(other, jp.tsunagi.people.staff.PostKind.COUNSELLOR, "白石 さき");
    assertThat(family.program.visitor().signIn(stranger).get("/consents/ending").is(200).body())
        .doesNotContain("青空");
  }
}
