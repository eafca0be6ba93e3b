package jp.tsunagi.work.relocation;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.DayInput;

/** Reads and lays out the form: to which child, and why. */
final class RelocationForm {
  static final int SHORTEST = 10;
  static final int LONGEST = 400;

  private final Typed typed;
  private final LocalDate today;
  private final Map<String, String> problems = new HashMap<>();

  RelocationForm(Typed typed, LocalDate today) {
    this.typed = typed;
    this.today = today;
  }

  /** What is asked for; empty when something is wrong. */
  Optional<Relocations.Wish> read() {
    if (typed.given("name").isEmpty()) {
      problems.put("name", t("relocation.problem.name"));
    }
    Optional<LocalDate> birth = birth();
    String why = typed.text("why");
    int length = why.codePointCount(0, why.length());
    if (length < SHORTEST || length > LONGEST) {
      problems.put("why", t("relocation.problem.why", SHORTEST, LONGEST));
    }
    if (!typed.ticked("told")) {
      problems.put("told", t("relocation.problem.told"));
    }
    return problems.isEmpty()
        ? Optional.of(
            new Relocations.Wish(
                id("id"), new ChildId(id("from")), typed.text("name"), birth.orElseThrow(), why))
        : Optional.empty();
  }

  private Optional<LocalDate> birth() {
    DayInput read = DayInput.read(typed, "birth", DayInput.births(today));
    if (read instanceof DayInput.Day(var day)) {
      return Optional.of(day);
    }
    problems.put("birth", read.problem());
    return Optional.empty();
  }

  private UUID id(String field) {
    try {
      return UUID.fromString(typed.text(field));
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  RelocationPage.Form view(ChildId from) {
    Fields fields = new Fields("relocation.field.", "relocation.hint.", typed, problems);
    FieldView name = fields.must("name");
    FieldView birth = fields.must("birth");
    FieldView why = fields.must("why").most(LONGEST);
    FieldView told = fields.must("told");
    return new RelocationPage.Form(
        typed.given("id").orElseGet(() -> Id.fresh().toString()),
        from.toString(),
        name,
        birth,
        why,
        told,
        List.of(new Option("yes", t("relocation.told"), typed.ticked("told"))),
        List.of(name, birth, why, told));
  }
}
