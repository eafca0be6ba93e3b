package jp.tsunagi.view.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.HandoverId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.view.overview.Plan.State;
import jp.tsunagi.view.overview.Today.Kind;
import jp.tsunagi.view.overview.Today.Role;
import org.junit.jupiter.api.Test;

class TodayTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Role TEACHER = new Role(true, false, false);
  private static final Role HEAD = new Role(true, true, true);

  private static CaseRow row(int number, Plan plan) {
    return row(number, plan, Optional.empty());
  }

  private static CaseRow row(int number, Plan plan, Optional<CaseRow.Handed> handed) {
    return new CaseRow(
        ChildId.create(),
        OrganisationKind.ELEMENTARY,
        new ChildFacts.Name("LEGAL", "青空", "あおぞら", "ひなた", "ひなた", ""),
        LocalDate.of(2018, 6, 3),
        List.of(),
        false,
        ClassId.create(),
        "2年1組",
        number,
        plan,
        handed,
        List.of());
  }

  private static Plan plan(State state, int daysAgo, boolean mine) {
    return new Plan(state, SheetId.create(), TODAY.minusDays(daysAgo), mine);
  }

  private static final Plan NOTHING = Plan.of(Optional.empty());

  @Test
  void theGuardiansWordComesFirstAndBeginningsLast() {
    List<CaseRow> rows =
        List.of(
            row(1, NOTHING),
            row(2, plan(State.DRAFT, 1, true)),
            row(3, plan(State.WITH_GUARDIAN, 12, true)),
            row(4, plan(State.WITH_GUARDIAN, 20, true)),
            row(5, plan(State.RETURNED, 1, true)));
    assertThat(Today.of(rows, TODAY, TEACHER))
        .extracting(Today.Task::kind, task -> task.about().number())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.RETURNED, 5),
            org.assertj.core.groups.Tuple.tuple(Kind.WAITING, 4),
            org.assertj.core.groups.Tuple.tuple(Kind.WAITING, 3),
            org.assertj.core.groups.Tuple.tuple(Kind.DRAFT, 2),
            org.assertj.core.groups.Tuple.tuple(Kind.NOT_STARTED, 1));
  }

  @Test
  void whatDoesNotWaitForTheReaderIsNotToldToTheReader() {
    List<CaseRow> rows =
        List.of(
            row(1, plan(State.FINAL, 3, true)),
            row(2, plan(State.DRAFT, 3, false)),
            row(3, plan(State.WITH_GUARDIAN, 6, true)));
    assertThat(Today.of(rows, TODAY, TEACHER)).isEmpty();
    assertThat(Today.of(List.of(row(1, NOTHING)), TODAY, HEAD)).isEmpty();
    assertThat(Today.of(List.of(row(1, NOTHING)), TODAY, new Role(false, false, false))).isEmpty();
  }

  @Test
  void aHandoverIsConfirmedBeforeAnythingIsWritten() {
    var handed = Optional.of(new CaseRow.Handed(HandoverId.create(), TODAY.minusDays(4), null));
    List<CaseRow> rows = List.of(row(1, NOTHING, handed));
    assertThat(Today.of(rows, TODAY, HEAD))
        .singleElement()
        .satisfies(task -> assertThat(task.kind()).isEqualTo(Kind.HANDOVER))
        .satisfies(task -> assertThat(task.days()).isEqualTo(4));
    assertThat(Today.of(rows, TODAY, TEACHER))
        .extracting(Today.Task::kind)
        .containsExactly(Kind.NOT_STARTED);
  }

  @Test
  void whatIsNotBegunIsOneLine() {
    List<CaseRow> rows = new ArrayList<>();
    rows.add(row(1, plan(State.DRAFT, 1, true)));
    for (int number = 2; number <= 30; number++) {
      rows.add(row(number, NOTHING));
    }
    assertThat(Today.of(rows, TODAY, TEACHER))
        .extracting(Today.Task::kind, task -> task.about().number(), Today.Task::others)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.DRAFT, 1, 0),
            org.assertj.core.groups.Tuple.tuple(Kind.NOT_STARTED, 2, 28));
  }

  @Test
  void theLongestWaitingComeFirst() {
    List<CaseRow> rows = new ArrayList<>();
    for (int number = 1; number <= 30; number++) {
      rows.add(row(number, plan(State.WITH_GUARDIAN, 40 - number, true)));
    }
    assertThat(Today.of(rows, TODAY, TEACHER))
        .hasSize(30)
        .extracting(task -> task.about().number())
        .startsWith(1, 2, 3, 4, 5, 6, 7);
  }
}
