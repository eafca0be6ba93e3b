package jp.tsunagi.view.overview;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.SheetId;
import org.jspecify.annotations.Nullable;

/**
 * How this year's 支援内容 of a child stands. Pure: follows from the sheet's state and its steps.
 *
 * @param since the day of the last step of that kind; for a draft the day it was begun
 * @param mine whether the reader is one of its writers
 */
record Plan(State state, @Nullable SheetId sheet, @Nullable LocalDate since, boolean mine) {
  /** Steps by which a guardian answers that something is not right yet. */
  static final List<String> ANSWERS = List.of("DISAGREED", "ASKED_TO_TALK", "PARTLY_AGREED");

  /** Steps that are noted beside the way and change nothing of whose turn it is. */
  static final List<String> NOTED =
      List.of(
          "MEETING_HELD", "TALKED_OVER", "EXPLAINED", "DELIVERED", "NOT_ANSWERED", "USED_INSIDE");

  /** The step by which somebody who decides gives it back to the writers. */
  static final String SENT_BACK = "RETURNED";

  /** A wait is called long from that many days on. */
  static final int LONG_WAIT = 7;

  /** The states a reader filters by, in the order of the work. */
  enum State {
    /** 未着手. */
    NOT_STARTED,
    /** 下書き. */
    DRAFT,
    /** 差し戻し: whoever decides gave it back, with the reason; it is the writer's turn. */
    SENT_BACK,
    /** 決裁: it waits for a post of the place. */
    IN_APPROVAL,
    /** 保護者の返事: the guardian said what is wrong, or wants to talk; it is the writer's turn. */
    RETURNED,
    /** 保護者待ち. */
    WITH_GUARDIAN,
    /** 確定. */
    FINAL
  }

  /** A step of the sheet's present revision. */
  record Step(int ordinal, String step, LocalDate on) {}

  /** A sheet as it is on record. */
  record Sheet(SheetId id, String state, boolean mine, List<Step> steps) {}

  /** How it stands; nothing is on record while nobody has begun. */
  static Plan of(Optional<Sheet> sheet) {
    return sheet.map(Plan::of).orElseGet(() -> new Plan(State.NOT_STARTED, null, null, false));
  }

  private static Plan of(Sheet sheet) {
    State state =
        switch (sheet.state()) {
          case "FINAL" -> State.FINAL;
          case "IN_APPROVAL" -> State.IN_APPROVAL;
          case "WITH_GUARDIAN" -> answered(sheet) ? State.RETURNED : State.WITH_GUARDIAN;
          default ->
              answered(sheet) ? State.RETURNED : sentBack(sheet) ? State.SENT_BACK : State.DRAFT;
        };
    return new Plan(state, sheet.id(), since(sheet), sheet.mine());
  }

  private static boolean answered(Sheet sheet) {
    return last(sheet).filter(step -> ANSWERS.contains(step.step())).isPresent();
  }

  private static boolean sentBack(Sheet sheet) {
    return last(sheet).filter(step -> step.step().equals(SENT_BACK)).isPresent();
  }

  private static Optional<Step> last(Sheet sheet) {
    return sheet.steps().stream()
        .filter(step -> !NOTED.contains(step.step()))
        .max(Comparator.comparingInt(Step::ordinal));
  }

  private static @Nullable LocalDate since(Sheet sheet) {
    return last(sheet).map(Step::on).orElse(null);
  }

  /** Days since then, 0 on the day itself. */
  long days(LocalDate today) {
    return since == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(since, today));
  }

  /** Whether the next move is the reader's, who may write here. */
  boolean myTurn(LocalDate today) {
    return switch (state) {
      case NOT_STARTED, RETURNED -> true;
      case DRAFT, SENT_BACK -> mine;
      case WITH_GUARDIAN -> days(today) >= LONG_WAIT;
      case IN_APPROVAL, FINAL -> false;
    };
  }
}
