package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.work.retention.PastTown.decide;
import static jp.tsunagi.work.retention.PastTown.list;
import static jp.tsunagi.work.retention.PastTown.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** What みどり保育園 noted of りく for a named few in 2018. */
class CompartmentRetentionTest {
  private static final String KIND = "限られた人だけの記録";
  private static final String YEAR = "平成30年度（2018）";

  private final PastTown past = new PastTown();
  private final PastRows rows = new PastRows(past);
  private final TestTown.Worker enrols =
      past.town.worker(past.family.nursery, PostKind.COORDINATOR, "海野 さき");
  private final UUID few = Id.fresh();
  private final ItemId entry;

  CompartmentRetentionTest() {
    past.put(
        "compartment",
        "compartment_id",
        few,
        "child_id",
        past.child.value(),
        "kind",
        "ABUSE",
        "reason",
        "COUNCIL",
        "organisation_id",
        past.family.nursery.value(),
        "opened_by",
        past.second.staff().value(),
        "opened_at",
        PastRows.AT);
    entry = rows.entry("NOTE", "FINAL");
    past.put(
        "compartment_note",
        "item_id",
        entry.value(),
        "child_id",
        past.child.value(),
        "compartment_id",
        few,
        "words",
        "左腕に古いあざ。",
        "staff_id",
        past.second.staff().value(),
        "written_at",
        PastRows.AT);
  }

  private void named(TestTown.Worker worker) {
    past.put(
        "compartment_member",
        "compartment_id",
        few,
        "member_id",
        Id.fresh(),
        "staff_id",
        worker.staff().value(),
        "added_by",
        past.second.staff().value(),
        "added_at",
        PastRows.AT);
  }

  private Visitor.Reply propose(TestTown.Worker worker) {
    return past.propose(past.visitor(worker), past.family.nursery, RetentionKind.COMPARTMENT, 2018);
  }

  @Test
  void whoApprovesThereAndWhoIsNamedAreToldAndNobodyElse() {
    assertThat(list(past.visitor(past.family.head)))
        .contains(KIND, YEAR, "受け持ちを離れたお子さん1人")
        .doesNotContain("りく", "あざ");
    assertThat(list(past.visitor(enrols))).doesNotContain(KIND, YEAR);
    propose(enrols).is(422);
    named(past.family.counsellor);
    assertThat(list(past.visitor(past.family.counsellor)))
        .as("the record is the place's, and goes there")
        .doesNotContain(KIND, YEAR);
    named(enrols);
    assertThat(list(past.visitor(enrols))).contains(KIND, YEAR);
  }

  @Test
  void twoOfThemDisposeAndNothingTellsOfItElsewhere() {
    named(enrols);
    propose(enrols).is(200);
    TestTown.Worker unnamed = past.town.worker(past.family.nursery, PostKind.COORDINATOR, "水野 ゆき");
    for (TestTown.Worker none : new TestTown.Worker[] {unnamed, past.family.counsellor}) {
      Visitor stranger = past.visitor(none);
      assertThat(stranger.get(PastTown.DISPOSALS).is(200).text()).doesNotContain(KIND);
      UUID id = waiting(past.visitor(past.second));
      stranger.get(PastTown.DISPOSALS + "/" + id).is(404);
      decide(stranger, id, "yes").is(404);
    }
    Visitor second = past.visitor(past.second);
    assertThat(decide(second, waiting(second), "yes").is(200).text())
        .contains(KIND, "廃棄済み")
        .doesNotContain("2026-001");
    assertThat(past.remains(few)).isEmpty();
    assertThat(past.remains(entry.value())).isEmpty();
    assertThat(past.visitor(enrols).get(PastTown.DISPOSALS).is(200).text()).contains(KIND);
    for (TestTown.Worker none : new TestTown.Worker[] {unnamed, past.family.counsellor}) {
      Visitor stranger = past.visitor(none);
      assertThat(stranger.get(PastTown.DISPOSALS).is(200).text()).doesNotContain(KIND, "廃棄済み");
    }
  }

  /** The ordinary histories of the child show no row of it. */
  @Test
  void theTraceOfItIsThatOfACompartment() {
    propose(past.family.head).is(200);
    Visitor second = past.visitor(past.second);
    decide(second, waiting(second), "yes").is(200);
    assertThat(past.told()).containsExactly("PROPOSED", "APPROVED", "CARRIED_OUT");
    assertThat(past.town.trace(Action.DISPOSE))
        .allSatisfy(row -> assertThat(past.town.shownBy(row)).isEmpty());
    assertThat(past.town.trace(Action.CHANGE_COMPARTMENT))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.getPurpose()).isEqualTo("GONE");
          assertThat(row.getChildId()).isEqualTo(past.child);
          assertThat(row.getDetail().data()).contains("compartment " + few);
        });
    assertThat(list(past.visitor(past.family.head)))
        .as("then the child itself")
        .contains("児童票", YEAR);
  }

  @Test
  void itIsProposedApartFromAllOthers() {
    past.sheet();
    assertThat(
            past.visitor(past.family.head)
                .post(
                    "/retention",
                    "id",
                    UUID.randomUUID().toString(),
                    "chosen",
                    past.family.nursery + "_COMPARTMENT_2018",
                    "chosen",
                    past.family.nursery + "_NURSERY_2018",
                    "why",
                    "台帳と突き合わせました")
                .is(422)
                .text())
        .contains("分けて起案してください");
    assertThat(past.told()).isEmpty();
  }

  /** What answers whether there is anything of a child must not be answered by it. */
  @Test
  void aHoldTellsNothingOfIt() {
    past.town.run(tx ->
        tx.sql()
            .update(CHILD)
            .set(CHILD.STANDING, "SHARED")
            .where(CHILD.CHILD_ID.eq(past.child))
            .execute());
    Visitor stranger = past.visitor(enrols);
    assertThat(stranger.get("/retention/holds").is(200).body()).doesNotContain("COMPARTMENT");
    assertThat(past.keep(stranger, "田中りく").is(422).text()).contains("この機関にありません");
    Visitor head = past.visitor(past.family.head);
    past.keep(head, "田中りく").is(200);
    assertThat(list(head)).doesNotContain(YEAR);
  }
}
