package jp.tsunagi.work.retention;

import static jp.tsunagi.work.retention.PastTown.decide;
import static jp.tsunagi.work.retention.PastTown.list;
import static jp.tsunagi.work.retention.PastTown.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.HandoverId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.record.ground.ConsentKind;
import org.junit.jupiter.api.Test;

/** りく was handed over to the school in 2019: over five years after that year, since April 2025. */
class HandoverRetentionTest {
  private final PastTown past = new PastTown();

  private HandoverId handedOver(LocalDate to) {
    ConsentId consent =
        past.agreed(ConsentKind.HANDOVER, Set.of(past.school), new Period(PastTown.THEN, to));
    return past.handedOver(consent);
  }

  @Test
  void itIsListedAtThePlaceThatSentItWithoutTheName() {
    handedOver(LocalDate.of(2020, 4, 1));
    assertThat(list(past.visitor(past.family.head)))
        .contains("引継ぎの記録", "令和元年度（2019）", "令和7年4月1日", "受け持ちを離れたお子さん1人")
        .doesNotContain("りく");
    assertThat(list(past.visitor(past.family.counsellor))).doesNotContain("令和元年度（2019）");
    assertThat(list(past.visitor(past.coordinator))).doesNotContain("令和元年度（2019）");
  }

  @Test
  void itGoesWithItsReceiptByTwoPeople() {
    HandoverId handover = handedOver(LocalDate.of(2020, 4, 1));
    assertThat(past.remains(handover.value()))
        .containsExactlyInAnyOrder("handover.handover_id", "handover_receipt.handover_id");
    past.propose(
            past.visitor(past.family.head),
            past.family.nursery,
            RetentionKind.HANDOVER_RECORD,
            2019)
        .is(200);
    Visitor second = past.visitor(past.second);
    UUID id = waiting(second);
    assertThat(second.get(PastTown.DISPOSALS + "/" + id).is(200).text())
        .contains("引継ぎの記録", "花園 みつ")
        .doesNotContain("りく");
    past.visitor(past.family.head).get(PastTown.DISPOSALS + "/" + id).is(404);
    past.visitor(past.coordinator).get(PastTown.DISPOSALS + "/" + id).is(404);
    assertThat(decide(second, id, "yes").is(200).text())
        .contains("2026-001", "廃棄済み", "引継ぎの記録")
        .doesNotContain("りく");
    assertThat(past.remains(handover.value())).isEmpty();
    assertThat(past.told()).containsExactly("PROPOSED", "APPROVED", "GONE", "CARRIED_OUT");
    assertThat(past.town.trace(Action.DISPOSE))
        .anyMatch(row ->
            row.getDetail().data().contains("handover " + handover)
                && past.child.equals(row.getChildId()));
    second.get("/handovers/" + handover).is(404);
    assertThat(list(second)).doesNotContain("令和元年度（2019）");
  }

  @Test
  void whileItsConsentHoldsItIsNeeded() {
    HandoverId handover = handedOver(LocalDate.of(2027, 4, 1));
    past.enrol(past.school, Period.since(LocalDate.of(2026, 4, 1)));
    assertThat(list(past.visitor(past.family.head))).doesNotContain("令和元年度（2019）");
    past.propose(
            past.visitor(past.family.head),
            past.family.nursery,
            RetentionKind.HANDOVER_RECORD,
            2019)
        .is(422);
    assertThat(past.remains(handover.value())).isNotEmpty();
  }

  @Test
  void whatIsKeptLongerStaysWithAnEarlierProposal() {
    HandoverId handover = handedOver(LocalDate.of(2020, 4, 1));
    past.propose(
            past.visitor(past.family.head),
            past.family.nursery,
            RetentionKind.HANDOVER_RECORD,
            2019)
        .is(200);
    Visitor second = past.visitor(past.second);
    past.keep(second, "田中りお").is(422);
    past.keep(second, "田中りく").is(200);
    decide(second, waiting(second), "yes").is(200);
    assertThat(past.remains(handover.value())).isNotEmpty();
    assertThat(list(second)).doesNotContain("令和元年度（2019）");
  }

  @Test
  void ofAChildFromWhomABlockKeepsThemAwayTheyAreToldNothingAndNothingGoes() {
    past.keepAway(past.second);
    HandoverId handover = handedOver(LocalDate.of(2020, 4, 1));
    Visitor second = past.visitor(past.second);
    assertThat(list(second)).doesNotContain("令和元年度（2019）");
    past.propose(second, past.family.nursery, RetentionKind.HANDOVER_RECORD, 2019).is(422);
    past.keep(second, "田中りく").is(422);
    past.propose(
            past.visitor(past.family.head),
            past.family.nursery,
            RetentionKind.HANDOVER_RECORD,
            2019)
        .is(200);
    assertThat(second.get(PastTown.DISPOSALS).is(200).text()).doesNotContain("引継ぎの記録");
    assertThat(past.remains(handover.value())).isNotEmpty();
  }
}
