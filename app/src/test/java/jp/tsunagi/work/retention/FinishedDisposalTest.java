package jp.tsunagi.work.retention;

import static jp.tsunagi.work.retention.PastTown.decide;
import static jp.tsunagi.work.retention.PastTown.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** The record of what is gone: to whom it says what, page by page and as a file. */
class FinishedDisposalTest {
  private static final OffsetDateTime AT =
      LocalDate.of(2026, 11, 2).atTime(3, 0).atOffset(ZoneOffset.UTC);

  private final PastTown past = new PastTown();
  private final PastRows rows = new PastRows(past);

  private static String record(Visitor who) {
    return who.get(PastTown.DISPOSALS).is(200).body().replaceAll("\\s*<td>", "<td>");
  }

  private static String counts(int records, int children, int disposed, int kept) {
    return List.of(records, children, disposed, kept).stream()
        .map(one -> "<td>" + one + "</td>")
        .collect(Collectors.joining());
  }

  /** Two of 2018, of りく and of りお, by a rule that counts from the year. */
  private UUID twoSheets() {
    past.sheet();
    past.sheet(past.family.child("田中", "たなか", "りお", PastTown.BORN, past.family.nursery));
    past.on(
        LocalDate.of(2026, 11, 2),
        past.second,
        tx ->
            RuleSql.decide(
                tx, RetentionKind.NURSERY, 0, new RetentionRule(5, RetentionStart.YEAR), "文書管理規程"));
    past.propose(past.visitor(past.family.head), past.family.nursery, RetentionKind.NURSERY, 2018)
        .is(200);
    return waiting(past.visitor(past.second));
  }

  @Test
  void whoIsKeptAwayFromAChildDoesNotCountItAfterwardsEither() {
    TestTown.Worker third = past.town.worker(past.family.nursery, PostKind.NURSERY_HEAD, "森田 ゆき");
    past.keepAway(third);
    UUID id = twoSheets();
    assertThat(record(past.visitor(third))).contains(counts(1, 1, 0, 0));
    decide(past.visitor(past.second), id, "yes").is(200);
    assertThat(record(past.visitor(past.family.head))).contains(counts(2, 2, 2, 0));
    assertThat(record(past.visitor(third))).contains(counts(1, 1, 1, 0));
    byte[] file =
        past.visitor(third).post(PastTown.DISPOSALS + "/file", "purpose", "REPORT").bytes();
    assertThat(cells(file)).containsSubsequence("平成30年度（2018）", "1", "1", "1", "0");
  }

  @Test
  void whatStayedBecauseTheApproverMustNotKnowIsNotCountedToTheApprover() {
    past.keepAway(past.second);
    UUID id = twoSheets();
    decide(past.visitor(past.second), id, "yes").is(200);
    assertThat(record(past.visitor(past.second))).contains(counts(1, 1, 1, 0));
    assertThat(record(past.visitor(past.family.head))).contains(counts(2, 2, 1, 1));
  }

  @Test
  void itIsReadPageByPage() {
    for (int number = 1; number <= DisposalsController.PAGE + 1; number++) {
      rows.disposal(Id.fresh(), number, AT.plusMinutes(number), RetentionKind.NURSERY);
    }
    Visitor head = past.visitor(past.family.head);
    String first = head.get(PastTown.DISPOSALS).is(200).body();
    assertThat(first).contains("2026-021", "2026-002").doesNotContain("2026-001");
    var next =
        java.util.regex.Pattern.compile("/retention/disposals\\?after=[0-9a-f-]+").matcher(first);
    assertThat(next.find()).isTrue();
    assertThat(head.get(next.group()).is(200).body())
        .contains("2026-001")
        .doesNotContain("2026-002", "?after=");
  }

  /** Nor does a page that is one short tell of a record for a named few. */
  @Test
  void whatSomebodyIsNotToldOfLeavesNoGapInAPage() {
    rows.disposal(Id.fresh(), 99, AT.plusMinutes(99), RetentionKind.COMPARTMENT);
    for (int number = 1; number <= DisposalsController.PAGE; number++) {
      rows.disposal(Id.fresh(), number, AT.plusMinutes(number), RetentionKind.NURSERY);
    }
    assertThat(past.visitor(past.family.counsellor).get(PastTown.DISPOSALS).is(200).body())
        .contains("2026-001", "2026-020")
        .doesNotContain("2026-099", "限られた人だけの記録", "?after=");
    assertThat(past.visitor(past.family.head).get(PastTown.DISPOSALS).is(200).body())
        .contains("2026-099", "限られた人だけの記録", "?after=");
  }

  /** More than go in one transaction. */
  @Test
  void whatIsManyGoesInMoreThanOneStep() {
    for (int one = 0; one < 21; one++) {
      past.put(
          "consent_request",
          "consent_id",
          Id.fresh(),
          "child_id",
          past.child.value(),
          "reference",
          UUID.randomUUID().toString(),
          "kind",
          "SHARE",
          "purpose",
          "会議のため",
          "from_all",
          false,
          "giving",
          new UUID[0],
          "receiving",
          new UUID[0],
          "scope",
          new String[0],
          "with_history",
          false,
          "organisation_id",
          past.family.nursery.value(),
          "prepared_by",
          past.family.head.staff().value(),
          "prepared_at",
          PastRows.AT,
          "closed_at",
          PastRows.AT,
          "closed_by",
          past.family.head.staff().value(),
          "closed_how",
          "DROPPED");
    }
    past.dispose(past.family.head, past.second, past.family.nursery, RetentionKind.CONSENT, 2018);
    assertThat(past.told()).filteredOn("GONE"::equals).hasSize(21);
    assertThat(past.told()).filteredOn("CARRIED_OUT"::equals).hasSize(2);
    assertThat(record(past.visitor(past.family.head))).contains(counts(21, 1, 21, 0), "廃棄済み");
  }

  @Test
  void whatIsNoSheetIsTakenOutToo() {
    past.agreed(
        ConsentKind.HANDOVER, Set.of(past.school), new Period(PastTown.THEN, PastTown.ENTRY));
    past.sheet(past.family.child("田中", "たなか", "りお", PastTown.BORN, past.family.nursery));
    Visitor head = past.visitor(past.family.head);
    assertThat(cells(head.post("/retention/file", "purpose", "WORK", "kind", "CONSENT").bytes()))
        .containsSubsequence("みどり保育園", "同意（同意書とその取消し）", "平成30年度（2018）", "1", "受け持ちを離れたお子さん1人", "0");
    assertThat(cells(head.post("/retention/file", "purpose", "WORK", "kind", "LAW").bytes()))
        .doesNotContain("みどり保育園");
    past.dispose(past.family.head, past.second, past.family.nursery, RetentionKind.CONSENT, 2018);
    assertThat(cells(head.post(PastTown.DISPOSALS + "/file", "purpose", "REPORT").bytes()))
        .containsSubsequence("2026-001", "みどり保育園", "同意（同意書とその取消し）", "1", "1", "1", "0");
  }

  private static List<String> cells(byte[] workbook) {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
        var lines = book.getFirstSheet().openStream()) {
      return lines.flatMap(Row::stream).filter(Objects::nonNull).map(Cell::getText).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
