package jp.tsunagi.work.programme;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.name.NamePart;

/**
 * A participant of a programme in one fiscal year, with how the year's 支援内容 stands.
 *
 * @param sheetState DRAFT or FINAL as the spine knows it; empty while nobody has begun
 */
record Participant(
    ChildId child,
    NamePart family,
    NamePart given,
    LocalDate birthDate,
    LocalDate from,
    LocalDate to,
    Optional<StaffId> staff,
    Optional<String> inCharge,
    Optional<SheetId> sheet,
    Optional<String> sheetState) {

  /** Whether the participation ends before the fiscal year does. */
  boolean ended() {
    return to.isBefore(FiscalYear.of(from).end());
  }

  /** How far the year's 支援内容 is. */
  Progress progress() {
    return sheetState
        .map(state -> state.equals("FINAL") ? Progress.FINAL : Progress.DRAFT)
        .orElse(Progress.NOT_WRITTEN);
  }

  /** The steps a reader filters by. */
  enum Progress {
    /** 未着手: nobody has begun. */
    NOT_WRITTEN,
    /** 下書き. */
    DRAFT,
    /** 確定. */
    FINAL
  }
}
