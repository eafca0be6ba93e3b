package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Guardians.Related;

/** Reads and lays out the form by which a guardian is restricted, and the one that lifts it. */
final class RestrictionForm {
  static final int LONGEST = 200;
  private static final int FAR = 20;

  private final Typed typed;
  private final LocalDate today;
  private final Map<String, String> problems = new HashMap<>();

  RestrictionForm(Typed typed, LocalDate today) {
    this.typed = typed;
    this.today = today;
  }

  /**
   * As it was sent.
   *
   * @param to the first day it no longer holds; empty while no end is known
   */
  record Read(
      UUID id,
      GuardianId guardian,
      RestrictionReason reason,
      String evidence,
      Optional<LocalDate> to) {}

  /** Reads it; empty when something is wrong. */
  Optional<Read> read(List<Related> people) {
    Optional<GuardianId> guardian =
        people.stream()
            .map(one -> one.person().id())
            .filter(one -> one.toString().equals(typed.text("restriction.whom")))
            .findFirst();
    if (guardian.isEmpty()) {
      problems.put("restriction.whom", t("child.problem.choose"));
    }
    Optional<RestrictionReason> reason =
        Arrays.stream(RestrictionReason.values())
            .filter(one -> one.name().equals(typed.text("restriction.reason")))
            .findFirst();
    if (reason.isEmpty()) {
      problems.put("restriction.reason", t("child.problem.choose"));
    }
    ContactForm.lengths(typed, problems, "restriction.evidence");
    if (typed.given("restriction.evidence").isEmpty()) {
      problems.put("restriction.evidence", t("child.restriction.problem.evidence"));
    }
    Optional<LocalDate> to = last();
    return problems.isEmpty()
        ? Optional.of(
            new Read(
                id(),
                guardian.orElseThrow(),
                reason.orElseThrow(),
                typed.text("restriction.evidence"),
                to))
        : Optional.empty();
  }

  private Optional<LocalDate> last() {
    if (typed.given("restriction.last").isEmpty()) {
      return Optional.empty();
    }
    DayInput input = DayInput.read(typed, "restriction.last", reader());
    if (input instanceof DayInput.Day(var day)) {
      return Optional.of(day.plusDays(1));
    }
    problems.put("restriction.last", input.problem());
    return Optional.empty();
  }

  private DateReader reader() {
    return new DateReader(new Period(today, today.plusYears(FAR)));
  }

  private UUID id() {
    try {
      return UUID.fromString(typed.text("id"));
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  /** Why one is lifted; empty when nothing or too much was typed. */
  Optional<String> lifting(UUID id) {
    String name = "why." + id;
    return typed.given(name).filter(text -> text.codePointCount(0, text.length()) <= LONGEST);
  }

  FieldView why(UUID id) {
    boolean wrong = typed.text("lift").equals(id.toString());
    return FieldView.of("why." + id, t("child.restriction.why"))
        .must()
        .value(typed.text("why." + id))
        .error(wrong ? t("child.restriction.problem.why", LONGEST) : null);
  }

  Restrictions.Form view(String url, List<Related> people) {
    Fields fields = new Fields("child.field.", "child.hint.", typed, problems);
    FieldView whom = fields.must("restriction.whom");
    FieldView reason = fields.must("restriction.reason");
    FieldView evidence = fields.must("restriction.evidence");
    DayField last = DayField.of(fields, "restriction.last", false, reader());
    return new Restrictions.Form(
        url,
        Id.fresh().toString(),
        whom,
        people.stream()
            .map(one ->
                new Option(
                    one.person().id().toString(),
                    one.person().name(),
                    typed.text("restriction.whom").equals(one.person().id().toString()),
                    t("child.relation." + one.is().relation())))
            .toList(),
        reason,
        fields.options(
            "restriction.reason", RestrictionReason.values(), "child.restriction.reason."),
        evidence,
        last,
        Stream.of(whom, reason, evidence, last.field()).filter(FieldView::wrong).toList());
  }
}
