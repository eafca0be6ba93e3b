package jp.tsunagi.view.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.GradeOverride;
import jp.tsunagi.base.calendar.SchoolGrade;
import jp.tsunagi.base.database.ChildId;
import org.jspecify.annotations.Nullable;

/**
 * A line of a hub's list.
 *
 * @param key the programme or handover the line is about, beside the child; tells lines apart
 * @param detail name of the programme, of the receiver, or of the place a child goes on from
 * @param coming where a child that goes on will be, as far as the hub may know
 * @param agreed whether a consent to the handover is on file
 * @param handed whether a handover for next April was offered
 */
record WorkListRow(
    ChildId child,
    UUID key,
    ChildFacts.Name name,
    LocalDate birthDate,
    List<GradeOverride> overrides,
    String detail,
    @Nullable String coming,
    @Nullable LocalDate since,
    @Nullable String inCharge,
    boolean mine,
    Plan plan,
    boolean agreed,
    boolean handed) {

  SchoolGrade grade(LocalDate today) {
    return SchoolGrade.of(birthDate, FiscalYear.of(today), overrides);
  }

  /** Where the next page begins: ids only, no name is ever in an address. */
  Narrowing.Cursor cursor() {
    return new Narrowing.Cursor(child, key);
  }

  /** How far the handover to the next place has come. */
  WorkList.Going going() {
    return handed ? WorkList.Going.HANDED : agreed ? WorkList.Going.AGREED : WorkList.Going.UNASKED;
  }
}
