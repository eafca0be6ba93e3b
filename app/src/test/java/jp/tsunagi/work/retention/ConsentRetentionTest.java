package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.FILE;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.work.retention.PastTown.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.HandoverId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.print.PrintTown;
import org.junit.jupiter.api.Test;

/** What was agreed to in 2018 and ended in 2019 goes when nothing rests on it any more. */
class ConsentRetentionTest {
  private static final LocalDate END = LocalDate.of(2019, 4, 1);

  private final PastTown past = new PastTown();

  private ConsentId agreed(LocalDate to) {
    return past.agreed(ConsentKind.HANDOVER, Set.of(past.school), new Period(PastTown.THEN, to));
  }

  private ItemId evidence(ConsentId consent) {
    return past.town.call(tx ->
        Objects.requireNonNull(
            tx.sql()
                .select(CONSENT.ITEM_ID)
                .from(CONSENT)
                .where(CONSENT.CONSENT_ID.eq(consent))
                .fetchSingle(CONSENT.ITEM_ID)));
  }

  /** The scan of the signed paper, as it is kept with the evidence. */
  private void scanned(ItemId item) {
    past.town.run(tx -> {
      var row = tx.sql().newRecord(FILE);
      row.setTenantId(tx.tenant());
      row.setFileId(jp.tsunagi.base.database.FileId.create());
      row.setChildId(past.child);
      row.setItemId(item);
      row.setName("同意書.pdf");
      row.setMediaType("application/pdf");
      row.setSha256(new byte[32]);
      row.setContent(new byte[] {1});
      row.setAddedAt(tx.now().atOffset(java.time.ZoneOffset.UTC));
      row.setAddedBy(Id.fresh());
      row.insert();
    });
  }

  private void goes() {
    past.dispose(past.family.head, past.second, past.family.nursery, RetentionKind.CONSENT, 2018);
  }

  @Test
  void itGoesWithItsEvidenceAndScans() {
    ConsentId consent = agreed(END);
    ItemId item = evidence(consent);
    scanned(item);
    assertThat(list(past.visitor(past.family.head)))
        .contains("平成30年度（2018）", "令和6年4月1日", "受け持ちを離れたお子さん1人")
        .doesNotContain("りく");
    assertThat(list(past.visitor(past.coordinator))).doesNotContain("平成30年度（2018）");
    goes();
    assertThat(past.remains(consent.value())).isEmpty();
    assertThat(past.remains(item.value())).isEmpty();
    assertThat(past.town.trace(Action.DISPOSE))
        .anyMatch(row -> row.getDetail().data().contains("consent " + consent));
    past.visitor(past.family.head).get("/children/" + past.child + "/consents/" + consent).is(404);
  }

  @Test
  void whatWasTakenBackCountsFromThatDayAndItsPaperGoesToo() {
    ConsentId consent = agreed(LocalDate.of(2035, 4, 1));
    past.enrol(past.school, Period.since(LocalDate.of(2026, 4, 1)));
    assertThat(list(past.visitor(past.family.head))).doesNotContain("平成30年度（2018）");
    past.on(
        LocalDate.of(2018, 9, 3),
        past.family.head,
        tx ->
            past.family
                .program
                .bean(Consents.class)
                .withdraw(tx, past.child, consent, ConsentMeans.PAPER, tx.today()));
    assertThat(list(past.visitor(past.family.head))).contains("平成30年度（2018）");
    goes();
    assertThat(past.remains(consent.value())).isEmpty();
    past.town.run(tx ->
        assertThat(
                tx.sql()
                    .fetchCount(ITEM, ITEM.CHILD_ID.eq(past.child).and(ITEM.KIND.eq("CONSENT"))))
            .isZero());
  }

  @Test
  void theHandoverByItGoesFirst() {
    ConsentId consent = agreed(END);
    HandoverId handover = past.handedOver(consent);
    assertThat(
            past.propose(
                    past.visitor(past.family.head),
                    past.family.nursery,
                    RetentionKind.CONSENT,
                    2018)
                .status())
        .isEqualTo(422);
    past.dispose(
        past.family.head, past.second, past.family.nursery, RetentionKind.HANDOVER_RECORD, 2019);
    assertThat(past.remains(handover.value())).isEmpty();
    assertThat(past.remains(consent.value())).isNotEmpty();
    goes();
    assertThat(past.remains(consent.value())).isEmpty();
  }

  @Test
  void aSheetThatItOpenedGoesFirst() {
    ConsentId consent = agreed(END);
    SheetId sheet = past.sheet();
    past.propose(past.visitor(past.family.head), past.family.nursery, RetentionKind.CONSENT, 2018)
        .is(422);
    past.dispose(past.family.head, past.second, past.family.nursery, RetentionKind.NURSERY, 2018);
    assertThat(past.remains(sheet.value())).isEmpty();
    goes();
    assertThat(past.remains(consent.value())).isEmpty();
  }

  @Test
  void aSheetOfLaterIsNoneThatItOpened() {
    agreed(END);
    new PrintTown(past.family.program, past.town)
        .sheet(past.child, past.family.nursery, "support-nursery", ItemState.FINAL, "積み木");
    goes();
    assertThat(past.told()).contains("GONE");
  }

  @Test
  void whatHasNotEndedHoldsWhileThereIsAnythingToOpen() {
    ConsentId consent =
        past.agreed(ConsentKind.SHARE, Set.of(past.school), Period.since(PastTown.THEN));
    assertThat(list(past.visitor(past.family.head)))
        .as("nothing is there and nobody deals with the child: it has ended with that")
        .contains("平成30年度（2018）");
    SheetId sheet =
        new PrintTown(past.family.program, past.town)
            .sheet(past.child, past.family.nursery, "support-nursery", ItemState.FINAL, "積み木");
    assertThat(
            past.propose(
                    past.visitor(past.family.head),
                    past.family.nursery,
                    RetentionKind.CONSENT,
                    2018)
                .status())
        .isEqualTo(422);
    assertThat(past.remains(consent.value())).isNotEmpty();
    assertThat(sheet).isNotNull();
  }
}
