package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.APPROVAL_STEP;
import static jp.tsunagi.schema.Tables.SHEET_STEP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.approval.ApprovalRoutes;
import jp.tsunagi.record.approval.Manner;
import org.junit.jupiter.api.Test;

/** 決裁 on the running program: the whole way, and everything that must not be (issue 5, point 5). */
class ApprovalTest {
  private final SheetTown town = new SheetTown();
  private final Approving approving = town.program.bean(Approving.class);
  private final SheetReading reading = town.program.bean(SheetReading.class);
  private final TestTown.Worker vice =
      town.town.worker(town.school, PostKind.VICE_PRINCIPAL, "松風 みき");
  private final TestTown.Worker principal =
      town.town.worker(town.school, PostKind.PRINCIPAL, "白石 のぼる");
  private final TestTown.Worker colleague =
      town.town.worker(town.school, PostKind.HOMEROOM_TEACHER, "川辺 ゆう", Optional.of(town.room));

  ApprovalTest() {
    asked(List.of(PostKind.COORDINATOR, PostKind.VICE_PRINCIPAL, PostKind.PRINCIPAL));
  }

  private void asked(List<PostKind> posts) {
    town.town.run(tx ->
        town.program
            .bean(ApprovalRoutes.class)
            .decide(tx, town.school, posts, Map.of("support-school", true)));
  }

  private SheetId written() {
    return town.as(
        town.teacher,
        tx -> {
          SheetId id = town.sheets.start(tx, town.schoolSheet()).orThrow();
          SheetTown.completeSchool().forEach(draft -> town.sheets.save(tx, id, draft).orThrow());
          return id;
        });
  }

  private SheetId submitted() {
    SheetId id = written();
    town.as(town.teacher, tx -> town.sheets.submit(tx, id).orThrow());
    return id;
  }

  private SheetOutcome decide(TestTown.Worker who, SheetId id, boolean deputy, String note) {
    town.as(
        who,
        tx -> {
          approving.opened(tx, SheetSql.find(tx, id));
          return id;
        });
    return town.as(
        who,
        tx ->
            approving.approve(tx, id, deputy, Optional.of(note).filter(words -> !words.isEmpty())));
  }

  private void approve(TestTown.Worker who, SheetId id) {
    decide(who, id, false, "").orThrow();
  }

  private SheetState state(SheetId id) {
    return town.town.call(tx -> SheetSql.find(tx, id).state());
  }

  private static SheetRefusal why(SheetOutcome outcome) {
    return switch (outcome) {
      case SheetOutcome.Refused(var why) -> why;
      case SheetOutcome.Done done -> throw new AssertionError("not refused: " + done);
    };
  }

  private List<String> readable(TestTown.Worker who, SheetId id) {
    return town.as(
        who,
        tx -> reading.inUse(tx, id).parts().stream().map(part -> part.section().key()).toList());
  }

  private ReadSheet family(SheetId id) {
    return town.asMother(tx -> reading.inUse(tx, id));
  }

  private Optional<String> unseen(TestTown.Worker who, SheetId id) {
    return town.as(who, tx -> approving.unseen(tx, SheetSql.find(tx, id)));
  }

  private List<SheetComparison.Changed> differs(SheetId id) {
    return town.as(town.coordinator, tx -> approving.differs(tx, reading.inUse(tx, id)));
  }

  private List<SheetMove> moves(Tx tx, SheetId id) {
    return tx.sql()
        .select(SHEET_STEP.STEP)
        .from(SHEET_STEP)
        .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_STEP.SHEET_ID.eq(id))
        .orderBy(SHEET_STEP.REVISION, SHEET_STEP.ORDINAL)
        .fetch(row -> SheetMove.valueOf(row.value1()));
  }

  @Test
  void goesFromPostToPostAndThenToTheFamily() {
    SheetId id = written();
    assertThat(why(town.as(town.teacher, tx -> town.sheets.send(tx, id))))
        .isEqualTo(SheetRefusal.Plain.APPROVAL_FIRST);
    town.as(town.teacher, tx -> town.sheets.submit(tx, id).orThrow());
    assertThat(state(id)).isEqualTo(SheetState.IN_APPROVAL);
    assertThat(readable(town.coordinator, id)).contains("state", "support");
    assertThat(readable(principal, id)).as("every post of the route reads").isNotEmpty();
    assertThat(readable(town.teacher, id)).as("its writer reads").isNotEmpty();
    assertThat(readable(colleague, id)).as("nobody else does").isEmpty();
    assertThat(family(id).parts()).isEmpty();
    SaveOutcome written =
        town.as(
            town.teacher,
            tx -> town.sheets.save(tx, id, Draft.of("state", SheetTown.texts("strengths", "別"))));
    assertThat(written).isInstanceOf(SaveOutcome.Refused.class);
    assertThat(why(decide(principal, id, false, ""))).isEqualTo(SheetRefusal.Plain.NOT_YOUR_TURN);
    approve(town.coordinator, id);
    approve(vice, id);
    assertThat(state(id)).isEqualTo(SheetState.IN_APPROVAL);
    approve(principal, id);
    assertThat(state(id)).isEqualTo(SheetState.WITH_GUARDIAN);
    assertThat(family(id).parts()).isNotEmpty();
    assertThat(readable(colleague, id)).as("in force inside").isNotEmpty();
    town.town.run(tx ->
        assertThat(moves(tx, id))
            .containsExactly(
                SheetMove.STARTED,
                SheetMove.SUBMITTED,
                SheetMove.APPROVED,
                SheetMove.APPROVED,
                SheetMove.APPROVED,
                SheetMove.SENT_TO_GUARDIAN));
    assertThat(town.town.trace(Action.APPROVE_SHEET)).hasSize(3);
    assertThat(family(id).steps())
        .as("families are not told of the place's own way")
        .extracting(ReadSheet.Passed::move)
        .containsExactly(SheetMove.STARTED, SheetMove.SENT_TO_GUARDIAN);
  }

  @Test
  void nobodyDecidesAboutWhatWasNotOpenedNorAboutAnOwnDraft() {
    SheetId id = written();
    town.as(town.coordinator, tx -> town.sheets.start(tx, town.schoolSheet()).orThrow());
    town.as(town.teacher, tx -> town.sheets.submit(tx, id).orThrow());
    assertThat(
            why(
                town.as(
                    town.coordinator, tx -> approving.approve(tx, id, false, Optional.empty()))))
        .isEqualTo(SheetRefusal.Plain.NOT_OPENED);
    TestTown.Worker second = town.town.worker(town.school, PostKind.COORDINATOR, "浜田 りん");
    assertThat(why(decide(town.coordinator, id, false, "")))
        .isEqualTo(SheetRefusal.Plain.OWN_DRAFT);
    approve(second, id);
    assertThat(manner(id, 1)).isEqualTo(Manner.HOLDER.name());
  }

  @Test
  void whoHoldsThePostAloneApprovesAnOwnDraftAndThatIsOnRecord() {
    SheetId id = written();
    town.as(town.coordinator, tx -> town.sheets.start(tx, town.schoolSheet()).orThrow());
    town.as(town.teacher, tx -> town.sheets.submit(tx, id).orThrow());
    approve(town.coordinator, id);
    assertThat(manner(id, 1)).isEqualTo(Manner.ALONE.name());
  }

  private String manner(SheetId id, int ordinal) {
    return town.town.call(tx ->
        tx.sql()
            .select(APPROVAL_STEP.MANNER)
            .from(APPROVAL_STEP)
            .where(APPROVAL_STEP.TENANT_ID.eq(tx.tenant()))
            .and(APPROVAL_STEP.SHEET_ID.eq(id))
            .and(APPROVAL_STEP.ORDINAL.eq(ordinal))
            .fetchSingle()
            .value1());
  }

  @Test
  void aDeputyDecidesForAReasonAndTheHolderSeesItAfterwards() {
    SheetId id = submitted();
    assertThat(why(decide(vice, id, true, ""))).isEqualTo(SheetRefusal.Plain.NO_REASON);
    decide(vice, id, true, "研修で不在のため").orThrow();
    assertThat(manner(id, 1)).isEqualTo(Manner.DEPUTY.name());
    assertThat(unseen(town.coordinator, id)).contains("COORDINATOR");
    assertThatThrownBy(() -> town.as(principal, tx -> approving.see(tx, id)))
        .isInstanceOf(NotFound.class);
    town.as(town.coordinator, tx -> approving.see(tx, id).orThrow());
    assertThat(unseen(town.coordinator, id)).isEmpty();
    assertThat(why(decide(colleague(), id, true, "代わりに")))
        .as("a post outside of the route")
        .isEqualTo(SheetRefusal.Plain.NOT_YOUR_TURN);
  }

  /** Reaches the child, and has no say in it. */
  private TestTown.Worker colleague() {
    return colleague;
  }

  @Test
  void aReturnComesWithItsReasonAndOnlyTheChangeIsShownAgain() {
    SheetId id = submitted();
    approve(town.coordinator, id);
    assertThat(
            why(
                town.as(
                    vice, tx -> approving.giveBack(tx, id, Optional.empty(), Optional.empty()))))
        .isEqualTo(SheetRefusal.Plain.NO_REASON);
    town.as(
        vice,
        tx -> approving.giveBack(tx, id, Optional.empty(), Optional.of("目標の期限を書いてください")).orThrow());
    assertThat(state(id)).isEqualTo(SheetState.DRAFT);
    assertThat(readable(vice, id)).as("a draft again: its writers' own").isEmpty();
    town.as(
        town.teacher,
        tx -> {
          town.sheets.save(tx, id, Draft.of("state", SheetTown.texts("strengths", "歌"))).orThrow();
          return town.sheets.submit(tx, id).orThrow();
        });
    List<SheetComparison.Changed> differs = differs(id);
    assertThat(differs).hasSize(1);
    assertThat(differs.getFirst().lines())
        .singleElement()
        .satisfies(line -> assertThat(line.is()).isEqualTo("歌"));
  }

  @Test
  void goesBackToAnEarlierPostWhichDecidesAnew() {
    SheetId id = submitted();
    approve(town.coordinator, id);
    approve(vice, id);
    town.as(
        principal,
        tx -> approving.giveBack(tx, id, Optional.of(1), Optional.of("連携先を確かめて")).orThrow());
    assertThat(state(id)).isEqualTo(SheetState.IN_APPROVAL);
    assertThat(why(decide(principal, id, false, ""))).isEqualTo(SheetRefusal.Plain.NOT_YOUR_TURN);
    assertThat(
            why(
                town.as(
                    town.coordinator, tx -> approving.approve(tx, id, false, Optional.empty()))))
        .as("to be opened again")
        .isEqualTo(SheetRefusal.Plain.NOT_OPENED);
    approve(town.coordinator, id);
    approve(vice, id);
    approve(principal, id);
    assertThat(state(id)).isEqualTo(SheetState.WITH_GUARDIAN);
  }

  @Test
  void theWriterTakesItBackAndNobodyElseDoes() {
    SheetId id = submitted();
    assertThatThrownBy(() -> town.as(colleague, tx -> town.sheets.pullBack(tx, id)))
        .isInstanceOf(NotFound.class);
    town.as(town.teacher, tx -> town.sheets.pullBack(tx, id).orThrow());
    assertThat(state(id)).isEqualTo(SheetState.DRAFT);
    assertThat(readable(town.coordinator, id)).isEmpty();
    assertThat(why(decide(town.coordinator, id, false, "")))
        .isEqualTo(new SheetRefusal.NotNow(SheetState.DRAFT));
  }

  @Test
  void postsThatNobodyHoldsArePassedAndWithNobodyItIsNotSent() {
    asked(List.of(PostKind.COORDINATOR, PostKind.PRINCIPAL));
    SheetId id = written();
    town.town.run(tx ->
        tx.sql()
            .execute(
                "update assignment set valid_to = '2026-04-02' where assignment_id = '"
                    + town.coordinator.assignment()
                    + "'"));
    town.town.run(tx ->
        tx.sql()
            .execute(
                "delete from reach where assignment_id = '" + town.coordinator.assignment() + "'"));
    town.as(town.teacher, tx -> town.sheets.submit(tx, id).orThrow());
    assertThat(manner(id, 1)).isEqualTo(Manner.VACANT.name());
    approve(principal, id);
    assertThat(state(id)).isEqualTo(SheetState.WITH_GUARDIAN);
    asked(List.of(PostKind.COORDINATOR));
    town.as(town.teacher, tx -> town.sheets.pullBack(tx, id).orThrow());
    assertThat(why(town.as(town.teacher, tx -> town.sheets.submit(tx, id))))
        .isEqualTo(SheetRefusal.Plain.NO_APPROVER);
  }

  @Test
  void aSheetUnderWayKeepsTheRouteItWasSentOn() {
    SheetId id = submitted();
    asked(List.of(PostKind.PRINCIPAL));
    approve(town.coordinator, id);
    approve(vice, id);
    approve(principal, id);
    assertThat(state(id)).isEqualTo(SheetState.WITH_GUARDIAN);
  }

  @Test
  void anAmendmentIsDecidedAboutAndWhatHeldHoldsUntilThen() {
    SheetId id = submitted();
    approve(town.coordinator, id);
    approve(vice, id);
    approve(principal, id);
    var paper =
        new Confirmation(
            town.mother, Confirmation.Means.PAPER, town.town.call(Tx::today), Optional.empty());
    town.as(town.teacher, tx -> town.sheets.confirm(tx, id, paper).orThrow());
    town.as(
        town.teacher,
        tx -> {
          town.sheets.amend(tx, id).orThrow();
          town.sheets
              .save(tx, id, Draft.of("state", SheetTown.texts("strengths", "なわとび")))
              .orThrow();
          return town.sheets.submit(tx, id).orThrow();
        });
    String held =
        town.as(
            colleague,
            tx ->
                reading
                    .inUse(tx, id)
                    .part("state")
                    .map(part -> part.answers().at("strengths").toString())
                    .orElse(""));
    assertThat(held).contains("路線図");
    assertThat(differs(id))
        .singleElement()
        .satisfies(changed -> assertThat(changed.key()).isEqualTo("state"));
  }
}
