package jp.tsunagi.people.staff;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.base.access.Reach;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.organisation.SchoolClass;

/**
 * Whether a post may be given as typed.
 *
 * @param place kind of the organisation
 * @param classes those of the organisation that can be chosen
 * @param held what the person holds or will hold at the organisation
 * @param oneself whether the administrator gives it to herself
 */
record AssignmentRules(
    AssignmentDraft draft,
    OrganisationKind place,
    List<SchoolClass> classes,
    List<HeldPost> held,
    boolean oneself,
    LocalDate today) {
  private static final List<Function<AssignmentRules, Optional<AssignmentRefusal>>> RULES =
      List.of(
          AssignmentRules::nobodyGivesToOneself,
          AssignmentRules::postOffered,
          AssignmentRules::classForCaseload,
          AssignmentRules::beginReadable,
          AssignmentRules::endReadable,
          AssignmentRules::endAfterBegin,
          AssignmentRules::withinClassYear,
          AssignmentRules::notHeldYet);

  List<AssignmentRefusal> check() {
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
   * The days, half-open; a class's assignment without a typed end ends with the class's year. Empty
   * while something about the days is wrong.
   */
  Optional<Period> period() {
    Optional<LocalDate> from = day(draft.from()).day();
    Optional<LocalDate> end =
        day(draft.lastDay()).day().map(last -> last.plusDays(1)).or(this::endOfClass);
    return from.filter(first -> end.isEmpty() || first.isBefore(end.get()))
        .map(first -> new Period(first, end.orElse(null)));
  }

  private Optional<LocalDate> endOfClass() {
    return schoolClass().map(one -> new FiscalYear(one.fiscalYear()).end());
  }

  private boolean isCaseload() {
    return post().filter(kind -> kind.reach() == Reach.CASELOAD).isPresent();
  }

  private TypedDay day(String typed) {
    return TypedDay.of(typed, today);
  }

  private Optional<AssignmentRefusal> nobodyGivesToOneself() {
    return when(oneself, new AssignmentRefusal.Yourself());
  }

  private Optional<AssignmentRefusal> postOffered() {
    return draft.post().isEmpty()
        ? Optional.of(new AssignmentRefusal.Missing("post"))
        : when(post().isEmpty(), new AssignmentRefusal.NotOffered("post"));
  }

  private Optional<AssignmentRefusal> classForCaseload() {
    return when(
        isCaseload() && schoolClass().isEmpty(), new AssignmentRefusal.Missing("schoolClass"));
  }

  private Optional<AssignmentRefusal> beginReadable() {
    return draft.from().isEmpty()
        ? Optional.of(new AssignmentRefusal.Missing("from"))
        : unclear("from", draft.from());
  }

  private Optional<AssignmentRefusal> endReadable() {
    return unclear("lastDay", draft.lastDay());
  }

  private Optional<AssignmentRefusal> unclear(String field, String typed) {
    return day(typed).unclear().map(reading -> new AssignmentRefusal.NotADay(field, reading));
  }

  private Optional<AssignmentRefusal> endAfterBegin() {
    Optional<LocalDate> from = day(draft.from()).day();
    return day(draft.lastDay())
        .day()
        .filter(last -> from.isPresent() && last.isBefore(from.get()))
        .map(_ -> new AssignmentRefusal.EndsBeforeBegin());
  }

  private Optional<AssignmentRefusal> withinClassYear() {
    Optional<LocalDate> from = day(draft.from()).day();
    Optional<LocalDate> last = day(draft.lastDay()).day();
    return schoolClass()
        .map(one -> new FiscalYear(one.fiscalYear()))
        .filter(year ->
            from.filter(day -> !year.contains(day)).isPresent()
                || last.filter(day -> !year.contains(day)).isPresent())
        .map(year ->
            new AssignmentRefusal.OutsideClassYear(
                year.words().in(jp.tsunagi.base.ui.Text.language())));
  }

  private Optional<AssignmentRefusal> notHeldYet() {
    Optional<String> name = schoolClass().map(SchoolClass::name);
    return period()
        .flatMap(days ->
            held.stream()
                .filter(one -> !one.id().equals(draft.id()))
                .filter(one -> one.post().name().equals(draft.post()))
                .filter(one -> one.schoolClass().equals(name))
                .filter(one -> one.period().overlaps(days))
                .findFirst())
        .map(one -> new AssignmentRefusal.HeldAlready(one.period().from()));
  }

  private static Optional<AssignmentRefusal> when(boolean wrong, AssignmentRefusal refusal) {
    return wrong ? Optional.of(refusal) : Optional.empty();
  }
}
