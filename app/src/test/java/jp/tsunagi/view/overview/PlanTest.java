package jp.tsunagi.view.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.view.overview.Plan.State;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static Plan plan(String state, String... steps) {
    List<Plan.Step> taken =
        java.util.stream.IntStream.range(0, steps.length)
            .mapToObj(i -> new Plan.Step(i + 1, steps[i], TODAY.minusDays(10L - i)))
            .toList();
    return Plan.of(Optional.of(new Plan.Sheet(SheetId.create(), state, true, taken)));
  }

  @Test
  void nothingOnRecordIsNotStarted() {
    assertThat(Plan.of(Optional.empty()).state()).isEqualTo(State.NOT_STARTED);
    assertThat(Plan.of(Optional.empty()).myTurn(TODAY)).isTrue();
  }

  @Test
  void theLastStepTellsSinceWhen() {
    Plan waiting = plan("WITH_GUARDIAN", "STARTED", "SENT_TO_GUARDIAN");
    assertThat(waiting.state()).isEqualTo(State.WITH_GUARDIAN);
    assertThat(waiting.days(TODAY)).isEqualTo(9);
    assertThat(waiting.myTurn(TODAY)).isTrue();
    assertThat(waiting.myTurn(TODAY.minusDays(3))).isFalse();
  }

  @Test
  void aGuardiansAnswerGivesTheTurnBack() {
    assertThat(plan("WITH_GUARDIAN", "STARTED", "SENT_TO_GUARDIAN", "DISAGREED").state())
        .isEqualTo(State.RETURNED);
    assertThat(plan("WITH_GUARDIAN", "STARTED", "SENT_TO_GUARDIAN", "ASKED_TO_TALK").state())
        .isEqualTo(State.RETURNED);
    assertThat(plan("DRAFT", "STARTED", "SENT_TO_GUARDIAN", "DISAGREED", "PULLED_BACK").state())
        .isEqualTo(State.DRAFT);
  }

  @Test
  void aReturnGivesTheTurnBackAndADecisionIsAwaited() {
    assertThat(plan("IN_APPROVAL", "STARTED", "SUBMITTED").state()).isEqualTo(State.IN_APPROVAL);
    assertThat(plan("IN_APPROVAL", "STARTED", "SUBMITTED").myTurn(TODAY)).isFalse();
    Plan back = plan("DRAFT", "STARTED", "SUBMITTED", "RETURNED", "MEETING_HELD");
    assertThat(back.state()).isEqualTo(State.SENT_BACK);
    assertThat(back.myTurn(TODAY)).isTrue();
    assertThat(plan("DRAFT", "STARTED", "SUBMITTED", "PULLED_BACK").state()).isEqualTo(State.DRAFT);
  }

  @Test
  void finalIsNobodysTurn() {
    assertThat(plan("FINAL", "STARTED", "CONFIRMED").myTurn(TODAY)).isFalse();
  }
}
