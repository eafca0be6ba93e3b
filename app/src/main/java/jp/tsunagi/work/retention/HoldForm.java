package jp.tsunagi.work.retention;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.DayInput;

/** Reads and lays out the form by which something is kept longer. */
final class HoldForm {
  /** Typed, not chosen: "year" is what a page says, and refused before a form could answer. */
  private static final String YEAR = "fiscal";

  private final Typed typed;
  private final List<Seat> seats;
  private final LocalDate today;
  private final Map<String, String> problems = new HashMap<>();

  HoldForm(Typed typed, List<Seat> seats, LocalDate today) {
    this.typed = typed;
    this.seats = seats;
    this.today = today;
  }

  /** As it was sent. */
  record Read(
      UUID id,
      OrganisationId place,
      String name,
      LocalDate birth,
      Optional<RetentionKind> kind,
      Optional<Integer> year,
      String why,
      LocalDate until) {}

  /** Reads it; empty when something is wrong. */
  Optional<Read> read() {
    Optional<OrganisationId> place =
        seats.stream()
            .map(Seat::organisation)
            .filter(one -> seats.size() == 1 || one.toString().equals(typed.text("place")))
            .findFirst();
    if (place.isEmpty()) {
      problems.put("place", t("retention.problem.place"));
    }
    if (typed.given("name").isEmpty()) {
      problems.put("name", t("retention.problem.name"));
    }
    Optional<LocalDate> birth = day("birth", DayInput.births(today));
    Optional<LocalDate> until =
        day("until", new DateReader(new Period(today, today.plusYears(30))));
    if (until.filter(day -> !day.isAfter(today)).isPresent()) {
      problems.put("until", t("retention.problem.until"));
    }
    Optional<Integer> year =
        typed.given(YEAR).filter(text -> text.matches("(19|2\\d)\\d\\d")).map(Integer::valueOf);
    if (year.isEmpty() && typed.given(YEAR).isPresent()) {
      problems.put(YEAR, t("retention.problem.fiscal"));
    }
    String why = typed.text("why");
    if (why.isEmpty() || why.codePointCount(0, why.length()) > RetentionController.LONGEST) {
      problems.put("why", t("retention.problem.why", RetentionController.LONGEST));
    }
    Optional<RetentionKind> kind =
        kinds().stream().filter(one -> one.name().equals(typed.text("kind"))).findFirst();
    return problems.isEmpty()
        ? Optional.of(
            new Read(
                RetentionController.id(typed),
                place.orElseThrow(),
                typed.text("name"),
                birth.orElseThrow(),
                kind,
                year,
                why,
                until.orElseThrow()))
        : Optional.empty();
  }

  /**
   * All but the records for a named few: they are kept with everything of the child, for a line
   * that names them beside a name would tell of them.
   */
  private static List<RetentionKind> kinds() {
    return Arrays.stream(RetentionKind.values())
        .filter(one -> one != RetentionKind.COMPARTMENT)
        .toList();
  }

  private Optional<LocalDate> day(String field, DateReader reader) {
    DayInput read = DayInput.read(typed, field, reader);
    if (read instanceof DayInput.Day(var day)) {
      return Optional.of(day);
    }
    problems.put(field, read.problem());
    return Optional.empty();
  }

  void nobody() {
    problems.put("name", t("retention.problem.nobody"));
  }

  HoldsPage.Form view() {
    Fields fields = new Fields("retention.field.", "retention.hint.", typed, problems);
    FieldView place = fields.must("place");
    FieldView name = fields.must("name");
    FieldView birth = fields.must("birth");
    FieldView kind = fields.of("kind");
    FieldView year = fields.of(YEAR);
    FieldView why = fields.must("why").most(RetentionController.LONGEST).hint(null);
    FieldView until = fields.must("until");
    return new HoldsPage.Form(
        typed.given("id").orElseGet(() -> Id.fresh().toString()),
        seats.size() == 1 ? null : place,
        seats.stream()
            .map(seat ->
                new Option(
                    seat.organisation().toString(),
                    seat.organisationName(),
                    seat.organisation().toString().equals(typed.text("place"))))
            .distinct()
            .toList(),
        name,
        birth,
        kind,
        kinds().stream()
            .map(one -> new Option(one.name(), one.words(), one.name().equals(typed.text("kind"))))
            .toList(),
        year,
        why,
        until,
        List.of(place, name, birth, kind, year, why, until));
  }
}
