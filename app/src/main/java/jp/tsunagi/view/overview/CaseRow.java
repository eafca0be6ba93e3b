package jp.tsunagi.view.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.GradeOverride;
import jp.tsunagi.base.calendar.SchoolGrade;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.HandoverId;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * A child of the reader's class or place, with what one row says.
 *
 * @param at what kind of place the reader's is
 * @param className empty for a child that is about to enter
 * @param handover the newest handover to this place, whether read or not
 */
record CaseRow(
    ChildId child,
    OrganisationKind at,
    ChildFacts.Name name,
    LocalDate birthDate,
    List<GradeOverride> overrides,
    boolean interpreter,
    @Nullable ClassId classId,
    String className,
    @Nullable Integer number,
    Plan plan,
    Optional<Handed> handover,
    List<Attention> marks) {

  /** A handover to the reader's organisation. */
  record Handed(HandoverId id, LocalDate offered, @Nullable LocalDate received) {}

  /** The same with these marks beside its own. */
  CaseRow with(List<Attention> seen) {
    return new CaseRow(
        child,
        at,
        name,
        birthDate,
        overrides,
        interpreter,
        classId,
        className,
        number,
        plan,
        handover,
        Stream.concat(marks.stream(), seen.stream()).toList());
  }

  SchoolGrade grade(LocalDate today) {
    return SchoolGrade.of(birthDate, FiscalYear.of(today), overrides);
  }

  String sortKana() {
    return name.familyKana() + " " + name.givenKana();
  }

  /** A handover nobody here has confirmed. */
  Optional<Handed> unread() {
    return handover.filter(one -> one.received() == null);
  }
}
