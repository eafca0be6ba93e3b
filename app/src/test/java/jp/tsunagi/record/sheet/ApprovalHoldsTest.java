package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.APPROVAL_STEP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.people.staff.Staffing;
import jp.tsunagi.record.approval.ApprovalRoutes;
import jp.tsunagi.record.approval.Approvals;
import jp.tsunagi.record.approval.Holders;
import jp.tsunagi.record.approval.Manner;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** What somebody who means ill, or comes too late, does to 決裁: nothing (issue 5, point 5). */
class ApprovalHoldsTest {
  private static final LocalDate BEFORE = LocalDate.of(2026, 11, 20);
  private static final LocalDate LEFT = LocalDate.of(2026, 11, 25);
  private static final LocalDate AFTER = LocalDate.of(2026, 11, 27);

  private final SheetTown town = new SheetTown();
  private final Approving approving = town.program.bean(Approving.class);
  private final TestTown.Worker vice =
      town.town.worker(town.school, PostKind.VICE_PRINCIPAL, "松風 みき");

  ApprovalHoldsTest() {
    asked(List.of(PostKind.COORDINATOR, PostKind.VICE_PRINCIPAL));
  }

  private void asked(List<PostKind> posts) {
    town.town.run(tx ->
        town.program
            .bean(ApprovalRoutes.class)
            .decide(tx, town.school, posts, Map.of("support-school", true)));
  }

  private SheetId written(TestTown.Worker... joining) {
    SheetId id =
        town.as(
            town.teacher,
            tx -> {
              SheetId started = town.sheets.start(tx, town.schoolSheet()).orThrow();
              SheetTown.completeSchool()
                  .forEach(draft -> town.sheets.save(tx, started, draft).orThrow());
              return started;
            });
    for (TestTown.Worker one : joining) {
      town.as(one, tx -> town.sheets.start(tx, town.schoolSheet()).orThrow());
    }
    return id;
  }

  private SheetId submitted(TestTown.Worker... joining) {
    SheetId id = written(joining);
    town.as(town.teacher, tx -> town.sheets.submit(tx, id).orThrow());
    return id;
  }

  private SheetOutcome decide(TestTown.Worker who, SheetId id, boolean deputy) {
    town.as(
        who,
        tx -> {
          approving.opened(tx, SheetSql.find(tx, id));
          return id;
        });
    return town.as(who, tx -> approving.approve(tx, id, deputy, Optional.of("理由")));
  }

  private void run(String sql) {
    town.town.run(tx -> tx.sql().execute(sql));
  }

  private int changed(TestTown.Worker who, String sql) {
    return town.as(who, tx -> tx.sql().execute(sql));
  }

  private Visitor as(TestTown.Worker worker) {
    return town.program.visitor().signIn(worker);
  }

  private SheetState state(SheetId id) {
    return town.town.call(tx -> SheetSql.find(tx, id).state());
  }

  private String manner(SheetId id, int ordinal) {
    return town.town.call(tx ->
        tx.sql()
            .select(APPROVAL_STEP.MANNER)
            .from(APPROVAL_STEP)
            .where(APPROVAL_STEP.TENANT_ID.eq(tx.tenant()))
            .and(APPROVAL_STEP.SHEET_ID.eq(id))
            .and(APPROVAL_STEP.ORDINAL.eq(ordinal))
            .orderBy(APPROVAL_STEP.ROUND.desc())
            .limit(1)
            .fetchSingle()
            .value1());
  }

  @Test
  void theDatabaseTakesDecisionsFromTheProgramAlone() {
    SheetId id = submitted();
    decide(town.coordinator, id, false).orThrow();
    decide(vice, id, false).orThrow();
    String of = " where sheet_id = '" + id + "'";
    for (String table : List.of("approval_step", "approval_opened", "sheet_approved")) {
      int seen = town.as(vice, tx -> tx.sql().fetch("select 1 from " + table + of).size());
      assertThat(seen).as("read inside: " + table).isPositive();
      assertThat(changed(vice, "update " + table + " set revision = revision" + of))
          .as("changed: " + table)
          .isZero();
      assertThat(changed(vice, "delete from " + table + of)).as("removed: " + table).isZero();
      String again = "insert into " + table + " select * from " + table + of;
      assertThatThrownBy(() -> changed(vice, again))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("row-level security");
    }
    String opened =
        "insert into approval_opened select tenant_id, sheet_id, revision, round, 2, '"
            + vice.staff()
            + "', child_id, organisation_id, now() from approval_step"
            + of;
    assertThatThrownBy(() -> changed(vice, opened)).hasMessageContaining("row-level security");
  }

  @Test
  void theDatabaseKnowsWhatADecisionIs() {
    SheetId id = submitted();
    String of = " where sheet_id = '" + id + "' and ordinal = ";
    assertThatThrownBy(
            () -> run("update approval_step set manner = 'HOLDER', decided_at = now()" + of + "1"))
        .hasMessageContaining("approval_step_by");
    assertThatThrownBy(() ->
            run(
                "update approval_step set manner = 'DEPUTY', decided_at = now(), decided_by = '"
                    + vice.staff()
                    + "'"
                    + of
                    + "1"))
        .hasMessageContaining("approval_step_reason");
    assertThatThrownBy(() -> run("update approval_step set since = now()" + of + "2"))
        .as("at one post at a time")
        .hasMessageContaining("approval_step_turn");
  }

  @Test
  void nobodyApprovesWhatIsHiddenInPart() {
    SheetId id = submitted();
    UUID few = UUID.randomUUID();
    hide(few, "ABUSE");
    run(
        "update item set compartment_id = '"
            + few
            + "' where item_id = (select item_id from sheet_part where sheet_id = '"
            + id
            + "' and section = 'support')");
    assertThat(decide(town.coordinator, id, false))
        .isEqualTo(new SheetOutcome.Refused(SheetRefusal.Plain.NOT_WHOLE));
    String url = "/sheets/" + id + "/approval";
    assertThat(as(town.coordinator).post(url, "then", "approve").is(422).body())
        .contains("見られない部分がある");
  }

  private void hide(UUID id, String kind) {
    run(
        "insert into compartment (tenant_id, compartment_id, child_id, kind, reason,"
            + " organisation_id, opened_by, opened_at) select tenant_id, '"
            + id
            + "', child_id, '"
            + kind
            + "', 'OTHER', '"
            + town.centre
            + "', '"
            + town.counsellor.staff()
            + "', now() from child where child_id = '"
            + town.child
            + "'");
  }

  private Set<String> held(Tx tx, Category category) {
    var of =
        new Approvals.Of(
            SheetId.create(), town.child, town.school, 1, Set.of(category), tx.today());
    return Holders.of(tx, of).keySet();
  }

  @Test
  void whoDoesNotReadAllOfItHoldsNoPostOfIt() {
    UUID few = UUID.randomUUID();
    hide(few, "HIDDEN_ADDRESS");
    run(
        "insert into compartment_member (tenant_id, compartment_id, member_id, staff_id, added_by,"
            + " added_at) select tenant_id, compartment_id, gen_random_uuid(), '"
            + vice.staff()
            + "', opened_by, opened_at from compartment where compartment_id = '"
            + few
            + "'");
    town.town.run(tx -> {
      assertThat(held(tx, Category.LOCATION)).containsExactly("VICE_PRINCIPAL");
      assertThat(held(tx, Category.SUPPORT)).contains("COORDINATOR", "VICE_PRINCIPAL");
    });
  }

  @Test
  void aPostWithoutPledgeIsVacant() {
    run("update staff set pledge_on = null where staff_id = '" + town.coordinator.staff() + "'");
    SheetId id = submitted();
    assertThat(manner(id, 1)).isEqualTo(Manner.VACANT.name());
  }

  @Test
  void whereEverybodyAtThePostWroteItTheSheetStillGoesOn() {
    TestTown.Worker second = town.town.worker(town.school, PostKind.COORDINATOR, "浜田 りん");
    SheetId id = submitted(town.coordinator, second);
    decide(second, id, false).orThrow();
    assertThat(manner(id, 1)).isEqualTo(Manner.ALONE.name());
  }

  @Test
  void afterTheEndItIsStillDecidedWhatWasBegunBefore() {
    town.program.clock().set(BEFORE);
    SheetId id = submitted();
    town.town.run(tx -> {
      var involvements = town.program.bean(Involvements.class);
      involvements.of(tx, town.child).forEach(it -> involvements.end(tx, it, LEFT));
    });
    town.program.clock().set(AFTER);
    decide(town.coordinator, id, false).orThrow();
    decide(vice, id, false).orThrow();
    assertThat(state(id)).isEqualTo(SheetState.WITH_GUARDIAN);
  }

  @Test
  void afterTheHandOnDaysNobodyDecides() {
    town.program.clock().set(LEFT.minusDays(40));
    SheetId id = submitted();
    town.town.run(tx -> {
      var involvements = town.program.bean(Involvements.class);
      involvements.of(tx, town.child).forEach(it -> involvements.end(tx, it, BEFORE.minusDays(30)));
    });
    town.program.clock().set(AFTER);
    assertThat(decide(town.coordinator, id, false))
        .isEqualTo(new SheetOutcome.Refused(SheetRefusal.Plain.NOT_YOUR_TURN));
  }

  @Test
  void whatADeputyDecidedIsSeenAlsoWhenItCameBackSince() {
    SheetId id = submitted();
    decide(vice, id, true).orThrow();
    town.as(
        vice,
        tx -> approving.giveBack(tx, id, Optional.empty(), Optional.of("期限を書いてください")).orThrow());
    town.as(town.teacher, tx -> town.sheets.submit(tx, id).orThrow());
    decide(vice, id, true).orThrow();
    Visitor coordinator = as(town.coordinator);
    String list = coordinator.get("/approvals?list=sight").is(200).body();
    assertThat(list.split("/sheets/" + id, -1).length - 1).as("one line, two links").isEqualTo(2);
    decide(vice, id, false).orThrow();
    coordinator.post("/sheets/" + id + "/sight").is(200);
    assertThat(coordinator.get("/approvals?list=sight").body()).doesNotContain(id.toString());
  }

  @Test
  void aPageThatIsOutOfDateDecidesNothing() {
    SheetId id = submitted();
    Visitor coordinator = as(town.coordinator);
    String url = "/sheets/" + id + "/approval";
    String unread = coordinator.post(url, "then", "approve").is(200).body();
    assertThat(unread).contains("いまの内容を読んでください", "value=\"1.1.1\"");
    String stale = coordinator.post(url, "then", "approve", "moment", "1.0.1").is(200).body();
    assertThat(stale).contains("いまの内容を読んでください");
    coordinator.post(url, "then", "return", "note", "直して", "moment", "1.0.1").is(200);
    assertThat(manner(id, 1)).isNull();
    coordinator.post(url, "then", "approve", "moment", "1.1.1").is(200);
    assertThat(manner(id, 1)).isEqualTo(Manner.HOLDER.name());
  }

  @Test
  void oneThatIsGoneHoldsUpNoOther() {
    SheetId id = submitted();
    Visitor coordinator = as(town.coordinator);
    coordinator.get("/sheets/" + id).is(200);
    String some =
        coordinator
            .post("/approvals", "sheet", SheetId.create().toString(), "sheet", id.toString())
            .is(422)
            .body();
    assertThat(some).contains("あなたが決裁する番ではありません");
    assertThat(manner(id, 1)).isEqualTo(Manner.HOLDER.name());
    town.as(
        vice,
        tx -> approving.giveBack(tx, id, Optional.empty(), Optional.of("期限を書いてください")).orThrow());
    assertThat(coordinator.post("/sheets/" + id + "/approval", "then", "approve").is(200).body())
        .contains("先に進んだため");
    as(town.nurseryHead).post("/sheets/" + id + "/approval", "then", "approve").is(404);
  }

  private SheetId said(TestTown.Worker who, SheetId id) {
    return town.as(
        who,
        tx -> {
          town.program.bean(Remarks.class).say(tx, id, "strengths", "いつのことですか");
          return id;
        });
  }

  @Test
  void aRemarkBelongsToItsOwnPart() {
    SheetId id = said(town.coordinator, submitted());
    UUID few = UUID.randomUUID();
    hide(few, "ABUSE");
    run(
        "update item set compartment_id = '"
            + few
            + "' where item_id = (select item_id from sheet_part where sheet_id = '"
            + id
            + "' and section = 'state')");
    Remarks remarks = town.program.bean(Remarks.class);
    List<RemarkView> told = town.as(vice, tx -> remarks.open(tx, SheetSql.find(tx, id)));
    assertThat(told).isEmpty();
    assertThatThrownBy(() -> said(vice, id)).isInstanceOf(NotFound.class);
  }

  @Test
  void theFileHoldsThePlacesFromWhichListsAreTakenOut() throws IOException {
    OrganisationId other = town.town.organisation(OrganisationKind.NURSERY, "そら保育園");
    town.town.run(tx -> {
      Staffing staffing = town.program.bean(Staffing.class);
      staffing.assign(
          tx,
          town.teacher.staff(),
          staffing.post(tx, other, PostKind.NURSERY_HEAD),
          Optional.empty(),
          Period.since(LocalDate.of(2020, 4, 1)).from(),
          Optional.empty());
    });
    SheetId id = submitted(town.coordinator);
    Visitor teacher = as(town.teacher);
    assertThat(teacher.get("/approvals?list=sent").is(200).body()).contains("青空");
    assertThat(taken(teacher)).isZero();
    assertThat(state(id)).isEqualTo(SheetState.IN_APPROVAL);
    assertThat(taken(as(town.coordinator))).isOne();
  }

  /** How many sheets the file holds. */
  private static int taken(Visitor visitor) throws IOException {
    byte[] file =
        visitor.post("/approvals/file", "list", "sent", "purpose", "WORK").is(200).bytes();
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return book.getFirstSheet().read().size() - 1;
    }
  }

  @Test
  void otherPlacesAreToldOfTheLastFinalVersionAlone() {
    town.consented();
    SheetId id = submitted();
    decide(town.coordinator, id, false).orThrow();
    decide(vice, id, false).orThrow();
    var paper =
        new Confirmation(
            town.mother, Confirmation.Means.PAPER, town.town.call(Tx::today), Optional.empty());
    town.as(town.teacher, tx -> town.sheets.confirm(tx, id, paper).orThrow());
    Visitor counsellor = as(town.counsellor);
    String url = "/sheets/" + id;
    assertThat(counsellor.get(url).is(200).body()).contains("確定");
    town.as(
        town.teacher,
        tx -> {
          town.sheets.amend(tx, id).orThrow();
          town.sheets
              .save(tx, id, Draft.of("state", SheetTown.texts("strengths", "なわとび")))
              .orThrow();
          return town.sheets.submit(tx, id).orThrow();
        });
    assertThat(as(vice).get(url).is(200).body()).contains("決裁中");
    assertThat(counsellor.get(url).is(200).body()).contains("確定").doesNotContain("決裁中", "なわとび");
    assertThat(counsellor.get("/children/" + town.child + "/sheets").is(200).body())
        .doesNotContain("決裁中");
  }
}
