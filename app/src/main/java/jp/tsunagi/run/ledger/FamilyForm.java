package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.DayInput;

/** Reads what a family answered, or notes what is wrong with it. */
final class FamilyForm {
  static final int LONGEST_NAME = 60;
  static final int LONGEST_NOTE = 200;

  private final Typed typed;
  private final Family family;
  private final LocalDate today;
  private final Map<String, String> problems = new HashMap<>();

  FamilyForm(Typed typed, Family family, LocalDate today) {
    this.typed = typed;
    this.family = family;
    this.today = today;
  }

  Map<String, String> problems() {
    return problems;
  }

  /** Days on which a family can have answered: since the child was born, today at the latest. */
  static DateReader days(LocalDate birth, LocalDate today) {
    return new DateReader(Period.through(birth.isAfter(today) ? today : birth, today));
  }

  /** What is chosen of what the page offers; anything else counts as not chosen. */
  Optional<Family.Answer> agreed(StaffNames staff, List<String> offered) {
    Optional<LocalDate> on = day("agreed");
    String giver = typed.text("giver");
    if (giver.isEmpty()) {
      problems.put("giver", t("ledger.family.giver.missing"));
    }
    tooLong("giver", giver, LONGEST_NAME);
    List<String> programmes =
        typed.all("programme").stream().filter(offered::contains).distinct().toList();
    Optional<StaffId> inCharge =
        staff.names().keySet().stream()
            .filter(id -> id.toString().equals(typed.text("staff")))
            .findFirst();
    return problems.isEmpty()
        ? on.map(
            day -> new Family.Answer.Agreed(day, giver, programmes, inCharge, ChildId.create()))
        : Optional.empty();
  }

  Optional<Family.Answer> declined() {
    return day("declined").map(day -> new Family.Answer.Declined(day, keptUntil(today)));
  }

  /** Long enough that the next ledger, a year on, does not ask the same family again. */
  static LocalDate keptUntil(LocalDate today) {
    return FiscalYear.of(today).next().end().minusDays(1);
  }

  Optional<Family.Asking> asked() {
    Optional<LocalDate> on = day("asked");
    String note = typed.text("note");
    tooLong("note", note, LONGEST_NOTE);
    return problems.isEmpty()
        ? on.map(day -> new Family.Asking(Id.fresh(), day, note))
        : Optional.empty();
  }

  private Optional<LocalDate> day(String field) {
    DayInput input = DayInput.read(typed, field, days(family.birth(), today));
    if (input instanceof DayInput.Day(var day)) {
      return Optional.of(day);
    }
    problems.put(field, input.problem());
    return Optional.empty();
  }

  private void tooLong(String field, String text, int longest) {
    if (text.codePointCount(0, text.length()) > longest) {
      problems.put(field, t("child.problem.long", longest));
    }
  }

  static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
