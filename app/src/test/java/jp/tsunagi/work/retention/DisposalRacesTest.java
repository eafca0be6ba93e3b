package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.DISPOSAL_LINE;
import static jp.tsunagi.work.retention.PastTown.decide;
import static jp.tsunagi.work.retention.PastTown.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.sheet.Disposing;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Two at once, and what came between the proposal and the approval. */
class DisposalRacesTest {
  private static final OffsetDateTime AT =
      LocalDate.of(2026, 11, 2).atTime(3, 0).atOffset(ZoneOffset.UTC);

  private final PastTown past = new PastTown();
  private final PastRows rows = new PastRows(past);
  private final SheetId sheet = past.sheet();
  private final UUID somebody = Id.fresh();

  private UUID proposed() {
    past.propose(past.visitor(past.family.head), past.family.nursery, RetentionKind.NURSERY, 2018)
        .is(200);
    return waiting(past.visitor(past.second));
  }

  private static List<Integer> atOnce(List<Callable<Integer>> all) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(all.size())) {
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> one : threads.invokeAll(all)) {
        try {
          answers.add(one.get());
        } catch (ExecutionException failed) {
          throw new IllegalStateException(failed);
        }
      }
      return answers.stream().sorted().toList();
    }
  }

  private int disposed() {
    return past.town.call(tx ->
        Objects.requireNonNull(
            tx.sql()
                .select(DISPOSAL_LINE.DISPOSED)
                .from(DISPOSAL_LINE)
                .where(DISPOSAL_LINE.TENANT_ID.eq(tx.tenant()))
                .fetchSingle(DISPOSAL_LINE.DISPOSED)));
  }

  @Test
  void ofTwoWhoApproveAtOnceOneDecides() throws InterruptedException {
    UUID id = proposed();
    Visitor one = past.visitor(past.second);
    Visitor other =
        past.visitor(past.town.worker(past.family.nursery, PostKind.NURSERY_HEAD, "森田 ゆき"));
    assertThat(
            atOnce(
                List.of(
                    () -> decide(one, id, "yes").status(),
                    () -> decide(other, id, "yes").status())))
        .containsExactly(200, 404);
    assertThat(past.remains(sheet.value())).isEmpty();
    assertThat(past.told().stream().filter("GONE"::equals)).hasSize(1);
    assertThat(disposed()).isEqualTo(1);
  }

  @Test
  void whatTwoGoOnWithAtOnceGoesOnce() throws InterruptedException {
    UUID id = proposed();
    var actor = past.town.actor(past.second);
    past.family
        .program
        .database()
        .run(
            actor,
            tx ->
                past.family.program.bean(Disposals.class).decide(tx, actor, id, true, "件数を確かめました"));
    Visitor one = past.visitor(past.second);
    Visitor other = past.visitor(past.family.head);
    String on = PastTown.DISPOSALS + "/" + id + "/continuation";
    assertThat(atOnce(List.of(() -> one.post(on).status(), () -> other.post(on).status())))
        .containsExactly(200, 200);
    assertThat(past.told().stream().filter("GONE"::equals)).hasSize(1);
    assertThat(disposed()).isEqualTo(1);
  }

  /** Otherwise what only one of the two knew of would go by that one alone. */
  @Test
  void whatTheApproverMustNotKnowStaysWhoeverGoesOnWithIt() {
    SheetId other =
        past.sheet(past.family.child("田中", "たなか", "りお", PastTown.BORN, past.family.nursery));
    past.on(
        LocalDate.of(2026, 11, 2),
        past.second,
        tx ->
            RuleSql.decide(
                tx, RetentionKind.NURSERY, 0, new RetentionRule(5, RetentionStart.YEAR), "文書管理規程"));
    UUID id = proposed();
    past.keepAway(past.second);
    Disposals disposals = past.family.program.bean(Disposals.class);
    var approver = past.town.actor(past.second);
    past.family
        .program
        .database()
        .run(approver, tx -> disposals.decide(tx, approver, id, true, "件数を確かめました"));
    disposals.carryOut(past.town.actor(past.family.head), id);
    assertThat(past.remains(other.value())).isEmpty();
    assertThat(past.remains(sheet.value())).isNotEmpty();
  }

  @Test
  void ofAHoldAndAnApprovalAtOnceTheSheetIsKeptOrGoneAndNeverBoth() throws InterruptedException {
    UUID id = proposed();
    Visitor one = past.visitor(past.second);
    Visitor other = past.visitor(past.family.head);
    List<Integer> answers =
        atOnce(
            List.of(
                () -> decide(one, id, "yes").status(), () -> past.keep(other, "田中りく").status()));
    boolean gone = past.remains(sheet.value()).isEmpty();
    assertThat(answers).containsExactly(200, 200);
    assertThat(disposed()).isEqualTo(gone ? 1 : 0);
    assertThat(past.told()).contains("HELD", "APPROVED");
  }

  @Test
  void whatAGroundInLawOpensStays() {
    UUID id = proposed();
    UUID ground = Id.fresh();
    past.put(
        "legal_ground",
        "ground_id",
        ground,
        "child_id",
        past.child.value(),
        "law",
        "COUNCIL",
        "article",
        "児童福祉法第25条の2",
        "receiver_id",
        past.school.value(),
        "with_history",
        false,
        "note",
        "会議のため",
        "last_day",
        LocalDate.of(2027, 3, 31),
        "guardian_sees",
        true,
        "asked_by",
        somebody,
        "asked_for",
        past.family.nursery.value(),
        "asked_at",
        AT,
        "decided_by",
        past.mother.value(),
        "decided_at",
        AT,
        "approved",
        true,
        "valid_from",
        LocalDate.of(2026, 11, 2));
    past.put(
        "legal_ground_scope",
        "ground_id",
        ground,
        "category",
        "SUPPORT",
        "section",
        "support-nursery/state",
        "sheet_id",
        sheet.value(),
        "sheet_year",
        2018);
    stays(id);
  }

  @Test
  void whatIsInAListThatWaitsStays() {
    UUID id = proposed();
    UUID list = Id.fresh();
    past.put(
        "submission",
        "submission_id",
        list,
        "organisation_id",
        past.family.nursery.value(),
        "receiver_id",
        past.family.education.value(),
        "form_key",
        "support-nursery",
        "fiscal_year",
        2018,
        "expected",
        1,
        "note",
        "提出",
        "last_day",
        LocalDate.of(2027, 3, 31),
        "asked_by",
        somebody,
        "asked_at",
        AT);
    past.put(
        "submission_child",
        "submission_id",
        list,
        "child_id",
        past.child.value(),
        "sheet_id",
        sheet.value(),
        "receiver_id",
        past.family.education.value(),
        "ground_id",
        Id.fresh(),
        "open",
        true,
        "left_out",
        false);
    stays(id);
  }

  private void stays(UUID id) {
    Visitor second = past.visitor(past.second);
    assertThat(decide(second, id, "yes").is(200).text()).contains("廃棄済み");
    assertThat(past.remains(sheet.value())).contains("sheet.sheet_id");
    assertThat(past.told()).doesNotContain("GONE");
    assertThat(disposed()).isZero();
  }

  /**
   * A child that goes is held more strictly than one of whom a sheet goes; held before the others,
   * it would meet whoever holds them in the order of all.
   */
  @Test
  void allChildrenAreHeldInOneOrder() throws Exception {
    ChildId later = past.family.child("田中", "たなか", "りお", PastTown.BORN, past.family.nursery);
    assertThat(later.toString()).isGreaterThan(past.child.toString());
    UUID id = Id.fresh();
    rows.disposal(id, 1, AT, RetentionKind.NURSERY, RetentionKind.CARD);
    named(id, sheet.value(), past.child, RetentionKind.NURSERY);
    named(id, later.value(), later, RetentionKind.CARD);
    Visitor other = past.visitor(past.family.head);
    String on = PastTown.DISPOSALS + "/" + id + "/continuation";
    try (var threads = Executors.newFixedThreadPool(1)) {
      List<Future<Integer>> answer = new ArrayList<>();
      past.town.run(tx -> {
        Disposing.alone(tx, List.of(past.child));
        answer.add(threads.submit(() -> other.post(on).status()));
        awaitSomebodyWaiting(tx);
        Disposing.alone(tx, List.of(later));
      });
      assertThat(answer.getFirst().get()).isEqualTo(200);
    }
    assertThat(past.remains(sheet.value())).isEmpty();
    assertThat(past.remains(later.value())).isNotEmpty();
  }

  private void named(UUID disposal, UUID record, ChildId child, RetentionKind kind) {
    past.put(
        "disposal_named",
        "disposal_id",
        disposal,
        "record_id",
        record,
        "child_id",
        child.value(),
        "kind",
        kind.name(),
        "fiscal_year",
        2018);
  }

  private static void awaitSomebodyWaiting(Tx tx) {
    for (int looked = 0; looked < 200; looked++) {
      if (tx.sql().fetchExists(DSL.table("pg_locks"), DSL.condition("not granted"))) {
        return;
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new IllegalStateException("nobody waits");
  }
}
