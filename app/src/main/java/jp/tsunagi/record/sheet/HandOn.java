package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.REACH;
import static jp.tsunagi.schema.Tables.SHEET_STEP;
import static jp.tsunagi.schema.Tables.SHEET_WRITER;
import static org.jooq.impl.DSL.max;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;

/**
 * 引継ぎの日数: on the thirty days after the end a writer finishes what she or he wrote before it
 * (ACCESS: Writing). A revision that anybody began since is not finished from there.
 */
final class HandOn {
  private static final int DAYS = 30;

  private HandOn() {}

  /** Of these seats the ones whose end lies after the beginning of what the staff member wrote. */
  static Set<AssignmentId> finishing(Tx tx, StaffId staff, List<Seat> seats, Sheet sheet) {
    Optional<LocalDate> joined = joined(tx, staff, sheet);
    Optional<LocalDate> begun = begun(tx, sheet);
    if (joined.isEmpty() || begun.isEmpty()) {
      return Set.of();
    }
    LocalDate since = Stream.of(joined.get(), begun.get()).max(LocalDate::compareTo).orElseThrow();
    return tx.sql()
        .select(REACH.ASSIGNMENT_ID)
        .from(REACH)
        .where(REACH.TENANT_ID.eq(tx.tenant()))
        .and(REACH.CHILD_ID.eq(sheet.child()))
        .and(REACH.ASSIGNMENT_ID.in(seats.stream().map(Seat::assignment).toList()))
        .and(REACH.KIND.eq("RUNNING"))
        .and(REACH.VALID_TO.le(tx.today()))
        .and(REACH.VALID_TO.gt(tx.today().minusDays(DAYS)))
        .and(REACH.VALID_TO.gt(since))
        .fetchSet(REACH.ASSIGNMENT_ID);
  }

  /**
   * Those who decide about a sheet do so too while its writers may finish it: an involvement that
   * ran later than this day counts.
   */
  static LocalDate after(Tx tx, Sheet sheet) {
    LocalDate earliest = tx.today().minusDays(DAYS);
    return begun(tx, sheet).map(day -> day.isAfter(earliest) ? day : earliest).orElse(tx.today());
  }

  /** Since when the staff member writes the sheet. */
  private static Optional<LocalDate> joined(Tx tx, StaffId staff, Sheet sheet) {
    return tx.sql()
        .select(SHEET_WRITER.SINCE)
        .from(SHEET_WRITER)
        .where(SHEET_WRITER.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_WRITER.SHEET_ID.eq(sheet.id()))
        .and(SHEET_WRITER.STAFF_ID.eq(staff))
        .fetchOptional(SHEET_WRITER.SINCE)
        .map(HandOn::day);
  }

  /** When work on the sheet was last begun or taken up again. */
  private static Optional<LocalDate> begun(Tx tx, Sheet sheet) {
    List<String> opening =
        Arrays.stream(SheetMove.values()).filter(SheetMove::opens).map(Enum::name).toList();
    return tx.sql()
        .select(max(SHEET_STEP.AT))
        .from(SHEET_STEP)
        .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_STEP.SHEET_ID.eq(sheet.id()))
        .and(SHEET_STEP.STEP.in(opening))
        .fetchOptional(row -> row.value1())
        .map(HandOn::day);
  }

  private static LocalDate day(OffsetDateTime at) {
    return at.atZoneSameInstant(ActingClock.JAPAN).toLocalDate();
  }
}
