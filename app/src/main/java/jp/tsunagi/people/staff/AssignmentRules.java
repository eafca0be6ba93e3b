package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.FieldRefusal.when;
import static jp.tsunagi.base.ui.Text.language;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Reach;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.organisation.SchoolClass;
import jp.tsunagi.people.organisation.TypedDay;

/**
 * Whether a post may be given as typed.
 *
 * @param place kind of the organisation
 * @param closedFrom the day after its last, once that is known
 * @param classes those of the organisation that can be chosen
 * @param held what the person holds or will hold at the organisation
 * @param oneself whether the administrator gives it to herself
 */
record AssignmentRules(
    AssignmentDraft draft,
    OrganisationKind place,
    Optional<LocalDate> closedFrom,
    List<SchoolClass> classes,
    List<HeldPost> held,
    boolean oneself,
    LocalDate today) {
  /** A caseload without a class: only the children given by name (担当児). */
  static final String NO_CLASS = "NONE";

  private static final List<Function<AssignmentRules, Optional<FieldRefusal>>> RULES =
      List.of(
          AssignmentRules::nobodyGivesToOneself,
          AssignmentRules::postOffered,
          AssignmentRules::classForCaseload,
          AssignmentRules::beginReadable,
          AssignmentRules::endReadable,
          AssignmentRules::endAfterBegin,
          AssignmentRules::withinClassYear,
          AssignmentRules::beforeClosing,
          AssignmentRules::notHeldYet);

  List<FieldRefusal> check() {
    return RULES.stream().flatMap(rule -> rule.apply(this).stream()).toList();
  }

  Optional<PostKind> post() {
    return Arrays.stream(PostKind.values())
        .filter(kind -> kind.existsAt(place) && kind.name().equals(draft.post()))
        .findFirst();
  }

  Optional<SchoolClass> schoolClass() {
    return isCaseload()
        ? classes.stream()
            .filter(one -> one.id().toString().equals(draft.schoolClass()))
            .findFirst()
        : Optional.empty();
  }

  /**
   * The days, half-open; without a typed end a class's assignment ends with the class, any other
   * with the organisation if that closes. Empty while something about the days is wrong.
   */
  Optional<Period> period() {
    Optional<LocalDate> from = day(draft.from()).day();
    Optional<LocalDate> end =
        day(draft.lastDay()).day().map(last -> last.plusDays(1)).or(this::endOfPlace);
    return from.filter(first -> end.isEmpty() || first.isBefore(end.get()))
        .map(first -> new Period(first, end.orElse(null)));
  }

  private Optional<LocalDate> endOfPlace() {
    return Stream.concat(
            schoolClass().map(one -> new FiscalYear(one.fiscalYear()).end()).stream(),
            closing().stream())
        .min(Comparator.naturalOrder());
  }

  /** From when on the organisation or the class is closed. */
  private Optional<LocalDate> closing() {
    return Stream.concat(
            closedFrom.stream(), schoolClass().flatMap(SchoolClass::closedFrom).stream())
        .min(Comparator.naturalOrder());
  }

  private Optional<FieldRefusal> beforeClosing() {
    return closing()
        .flatMap(
            end -> late("from", draft.from(), end).or(() -> late("lastDay", draft.lastDay(), end)));
  }

  private Optional<FieldRefusal> late(String field, String typed, LocalDate end) {
    return day(typed)
        .day()
        .filter(one -> !one.isBefore(end))
        .map(_ ->
            FieldRefusal.of(
                field, "staff.assignment.refused.closed", StaffWords.day(end.minusDays(1))));
  }

  private boolean isCaseload() {
    return post().filter(kind -> kind.reach() == Reach.CASELOAD).isPresent();
  }

  private TypedDay day(String typed) {
    return TypedDay.of(typed, today);
  }

  private Optional<FieldRefusal> nobodyGivesToOneself() {
    return when(oneself, "post", "staff.assignment.refused.yourself");
  }

  private Optional<FieldRefusal> postOffered() {
    return when(draft.post().isEmpty(), "post", "staff.assignment.refused.missing.post")
        .or(() -> when(post().isEmpty(), "post", "staff.assignment.refused.offered"));
  }

  private Optional<FieldRefusal> classForCaseload() {
    return when(
        isCaseload() && schoolClass().isEmpty() && !draft.schoolClass().equals(NO_CLASS),
        "schoolClass",
        "staff.assignment.refused.missing.schoolClass");
  }

  private Optional<FieldRefusal> beginReadable() {
    return when(draft.from().isEmpty(), "from", "staff.assignment.refused.missing.from")
        .or(() -> day(draft.from()).refusal("from"));
  }

  private Optional<FieldRefusal> endReadable() {
    return day(draft.lastDay()).refusal("lastDay");
  }

  private Optional<FieldRefusal> endAfterBegin() {
    Optional<LocalDate> from = day(draft.from()).day();
    return day(draft.lastDay())
        .day()
        .filter(last -> from.isPresent() && last.isBefore(from.get()))
        .map(_ -> FieldRefusal.of("lastDay", "staff.assignment.refused.order"));
  }

  private Optional<FieldRefusal> withinClassYear() {
    Optional<LocalDate> from = day(draft.from()).day();
    Optional<LocalDate> last = day(draft.lastDay()).day();
    return schoolClass()
        .map(one -> new FiscalYear(one.fiscalYear()))
        .filter(year ->
            from.filter(day -> !year.contains(day)).isPresent()
                || last.filter(day -> !year.contains(day)).isPresent())
        .map(year ->
            FieldRefusal.of(
                "schoolClass", "staff.assignment.refused.year", year.words().in(language())));
  }

  private Optional<FieldRefusal> notHeldYet() {
    Optional<String> name = schoolClass().map(SchoolClass::name);
    return period()
        .flatMap(days ->
            held.stream()
                .filter(one -> !one.id().equals(draft.id()))
                .filter(one -> one.standing() != HeldPost.Standing.REFUSED)
                .filter(one -> one.post().name().equals(draft.post()))
                .filter(one -> one.schoolClass().equals(name))
                .filter(one -> one.period().overlaps(days))
                .findFirst())
        .map(one ->
            FieldRefusal.of(
                "post", "staff.assignment.refused.held", StaffWords.day(one.period().from())));
  }
}
