package jp.tsunagi.record.emergency;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.DayInput;

/** Reads and lays out the form by which a record is opened in an emergency. */
final class EmergencyForm {
  static final int SHORTEST = 10;
  static final int LONGEST = 400;

  private final Typed typed;
  private final LocalDate today;
  private final Map<String, String> problems = new HashMap<>();

  EmergencyForm(Typed typed, LocalDate today) {
    this.typed = typed;
    this.today = today;
  }

  /** As it was sent. */
  record Read(UUID id, String name, LocalDate birth, EmergencyReason reason, String note) {}

  /** Reads it; empty when something is wrong. */
  Optional<Read> read() {
    if (typed.given("name").isEmpty()) {
      problems.put("name", t("emergency.problem.name"));
    }
    Optional<LocalDate> birth = birth();
    Optional<EmergencyReason> reason =
        Arrays.stream(EmergencyReason.values())
            .filter(one -> one.name().equals(typed.text("reason")))
            .findFirst();
    if (reason.isEmpty()) {
      problems.put("reason", t("emergency.problem.reason"));
    }
    int length = typed.text("note").codePointCount(0, typed.text("note").length());
    if (length < SHORTEST || length > LONGEST) {
      problems.put("note", t("emergency.problem.note", SHORTEST, LONGEST));
    }
    return problems.isEmpty()
        ? Optional.of(
            new Read(
                id(),
                typed.text("name"),
                birth.orElseThrow(),
                reason.orElseThrow(),
                typed.text("note")))
        : Optional.empty();
  }

  private Optional<LocalDate> birth() {
    DateReader reader = DayInput.births(today);
    if (DayInput.read(typed, "birth", reader) instanceof DayInput.Day(var day)) {
      return Optional.of(day);
    }
    problems.put("birth", t("emergency.problem.birth"));
    return Optional.empty();
  }

  private UUID id() {
    try {
      return UUID.fromString(typed.text("id"));
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  /** The seat it is opened from: as chosen, or the only one. */
  Optional<Seat> seat(List<Seat> seats) {
    Optional<Seat> chosen =
        seats.size() == 1
            ? Optional.of(seats.getFirst())
            : seats.stream()
                .filter(seat -> seat.assignment().toString().equals(typed.text("seat")))
                .findFirst();
    if (chosen.isEmpty()) {
      problems.put("seat", t("emergency.problem.seat"));
    }
    return chosen;
  }

  void wrong(String field, String words) {
    problems.put(field, words);
  }

  EmergencyPage.Form view(List<Seat> seats) {
    Fields fields = new Fields("emergency.field.", "emergency.hint.", typed, problems);
    FieldView seat = fields.must("seat");
    FieldView name = fields.must("name");
    FieldView birth = fields.must("birth");
    FieldView reason = fields.must("reason");
    FieldView note = fields.must("note").most(LONGEST);
    return new EmergencyPage.Form(
        typed.given("id").orElseGet(() -> Id.fresh().toString()),
        seats.size() == 1 ? null : seat,
        seats.stream()
            .map(one ->
                new Option(
                    one.assignment().toString(),
                    one.organisationName() + "\u3000" + t("staff.post." + one.post()),
                    one.assignment().toString().equals(typed.text("seat"))))
            .toList(),
        name,
        birth,
        reason,
        fields.options("reason", EmergencyReason.values(), "emergency.reason."),
        note,
        List.of(seat, name, birth, reason, note));
  }
}
