package jp.tsunagi.work.request;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.record.ground.SectionWords;

/** Reads and lays out the form by which a sheet is asked for, of a place, a form and a year. */
final class AskForm {
  static final int LONGEST = 400;
  private static final int SHORTEST = 10;

  private final Wanted wanted;
  private final Typed typed;
  private final LocalDate today;
  private final Map<String, String> problems = new HashMap<>();

  /** Of whom which form of which year. */
  record Wanted(Organisation author, SectionWords.Group form, int year) {}

  AskForm(Wanted wanted, Typed typed, LocalDate today) {
    this.wanted = wanted;
    this.typed = typed;
    this.today = today;
  }

  /** Reads it; empty when something is wrong. */
  Optional<PlanRequest> read(Tx tx, ChildId child, Seat seat) {
    List<String> sections =
        wanted.form().sections().stream()
            .map(PlanForms::key)
            .filter(typed.all("section")::contains)
            .toList();
    if (sections.isEmpty()) {
      problems.put("section", t("request.problem.section"));
    }
    String why = typed.text("why");
    int length = why.codePointCount(0, why.length());
    if (length < SHORTEST || length > LONGEST) {
      problems.put("why", t("request.problem.why", SHORTEST, LONGEST));
    }
    Optional<LocalDate> needed = day("needed");
    Optional<LocalDate> until = day("until");
    if (needed.isPresent() && until.filter(last -> last.isBefore(needed.get())).isPresent()) {
      problems.put("until", t("request.problem.until"));
    }
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlanRequests.Wish(
                id(),
                child,
                wanted.author().id(),
                wanted.form().key(),
                wanted.year(),
                sections,
                why,
                needed.orElseThrow(),
                until.orElseThrow())
            .by(seat.organisation(), tx.now()));
  }

  /** From today on, within a year. */
  private Optional<LocalDate> day(String field) {
    DateReader reader = new DateReader(Period.through(today, today.plusYears(1)));
    if (reader.read(typed.text(field)) instanceof DateReading.Read(var day)) {
      return Optional.of(day);
    }
    problems.put(field, t("request.problem.day"));
    return Optional.empty();
  }

  private ConsentId id() {
    try {
      return ConsentId.of(typed.text("id"));
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  /**
   * Laid out.
   *
   * @param fresh nothing was typed yet: the whole form is asked for
   */
  NewRequestPage.Form view(boolean fresh) {
    Fields fields = new Fields("request.field.", "request.hint.", typed, problems);
    FieldView section = fields.must("section");
    FieldView why = fields.must("why").most(LONGEST);
    FieldView needed = fields.must("needed");
    FieldView until = fields.must("until");
    return new NewRequestPage.Form(
        typed.given("id").orElseGet(() -> ConsentId.create().toString()),
        wanted.author().name(),
        wanted.author().id().toString(),
        PlanForms.title(wanted.form().key(), wanted.year()),
        wanted.form().key(),
        wanted.year(),
        section,
        wanted.form().sections().stream()
            .map(one ->
                new Option(
                    PlanForms.key(one),
                    one.title(),
                    fresh || typed.all("section").contains(PlanForms.key(one))))
            .toList(),
        why,
        needed,
        until,
        List.of(section, why, needed, until));
  }
}
