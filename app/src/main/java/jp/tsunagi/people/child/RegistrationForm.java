package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.name.NameInput;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Registration.Entered;
import jp.tsunagi.people.child.Registration.Home;
import jp.tsunagi.people.child.Registration.Intake;
import jp.tsunagi.people.organisation.SchoolClass;

/**
 * Reads what was typed to put a child on record: all of it, or everything that is wrong with it.
 */
final class RegistrationForm {
  /** Longest class number. */
  private static final int NUMBERS = 3;

  private final Typed typed;
  private final Map<String, String> problems = new HashMap<>();

  RegistrationForm(Typed typed) {
    this.typed = typed;
  }

  Map<String, String> problems() {
    return problems;
  }

  /** Name and birth date, which is what children are matched by. */
  record Who(PersonName name, LocalDate birth) {}

  Optional<Who> who(LocalDate today) {
    Optional<PersonName> name =
        switch (NameForm.read(typed)) {
          case NameInput.Result.Accepted(var accepted) -> Optional.of(accepted);
          case NameInput.Result.Refused(var faults) -> {
            problems.putAll(NameForm.problems(faults));
            yield Optional.empty();
          }
        };
    Optional<LocalDate> birth = day("birth", DayInput.read(typed, "birth", DayInput.births(today)));
    return name.flatMap(given -> birth.map(day -> new Who(given, day)));
  }

  private Optional<LocalDate> day(String field, DayInput input) {
    if (input instanceof DayInput.Day(var day)) {
      return Optional.of(day);
    }
    problems.put(field, input.problem());
    return Optional.empty();
  }

  /**
   * The whole intake; empty when something is wrong.
   *
   * @param classes of the seat's organisation among which one was chosen
   */
  Optional<Intake> read(LocalDate today, ChildId id, Seat seat, List<SchoolClass> classes) {
    Optional<Who> who = who(today);
    Optional<Sex> sex = one("sex", Sex.values());
    Set<Reason> reasons =
        Arrays.stream(Reason.values())
            .filter(reason -> typed.all("reason").contains(reason.name()))
            .collect(Collectors.toSet());
    boolean hub = RegistrationRule.hub(seat);
    LocalDate since =
        hub
            ? today
            : day("since", DayInput.read(typed, "since", DayInput.facts(today))).orElse(today);
    RegistrationRule.refusal(seat, reasons, who.map(Who::birth).orElse(since), since)
        .ifPresent(refusal -> problems.put(field(refusal), t(refusal.key())));
    Optional<Home> home = home();
    Optional<FirstGuardian> guardian = guardian();
    Optional<Integer> number = number();
    ContactForm.lengths(typed, problems, "address", "guardian.kana", "guardian.note");
    Optional<String> language = Languages.read(typed, problems);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return who.map(known ->
        new Intake(
            new NewChild(
                id,
                known.name(),
                known.birth(),
                sex.orElseThrow(),
                seat.organisation(),
                reasons,
                language,
                typed.ticked("interpreter")),
            home,
            guardian,
            new Entered.Entry(seat, hub, since, schoolClass(classes), number)));
  }

  private static String field(RegistrationRule.Refusal refusal) {
    return switch (refusal) {
      case RegistrationRule.Refusal.BeforeBirth _ -> "since";
      case RegistrationRule.Refusal.NoReason _, RegistrationRule.Refusal.NotAHub _ -> "reason";
      case RegistrationRule.Refusal.NoRight _ -> "FAMILY";
    };
  }

  private Optional<java.util.UUID> chosenClass() {
    try {
      return typed.given("class").map(java.util.UUID::fromString);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<jp.tsunagi.base.database.ClassId> schoolClass(List<SchoolClass> classes) {
    return chosenClass()
        .flatMap(chosen ->
            classes.stream()
                .map(SchoolClass::id)
                .filter(id -> id.value().equals(chosen))
                .findFirst());
  }

  private Optional<Integer> number() {
    return typed
        .given("number")
        .flatMap(text -> {
          String digits = ContactForm.halfWidth(text);
          if (!digits.matches("\\d{1," + NUMBERS + "}")) {
            problems.put("number", t("child.problem.number"));
            return Optional.empty();
          }
          return Optional.of(Integer.parseInt(digits));
        });
  }

  private <E extends Enum<E>> Optional<E> one(String field, E[] values) {
    Optional<E> chosen =
        Arrays.stream(values).filter(value -> value.name().equals(typed.text(field))).findFirst();
    if (chosen.isEmpty()) {
      problems.put(field, t("child.problem.choose"));
    }
    return chosen;
  }

  private Optional<Home> home() {
    ContactForm.postal(typed.text("postal"))
        .ifPresent(problem -> problems.put("postal", t(problem)));
    Optional<String> address = typed.given("address");
    if (address.isEmpty() && !typed.text("postal").isEmpty()) {
      problems.put("address", t("child.problem.address"));
    }
    Optional<String> postal =
        problems.containsKey("postal")
            ? Optional.empty()
            : typed.given("postal").map(ContactForm::postalCode);
    return address.map(text -> new Home(postal, text));
  }

  private Optional<FirstGuardian> guardian() {
    Optional<String> name = typed.given("guardian.name");
    ContactForm.name(typed, problems, "guardian.name");
    String kana = typed.text("guardian.kana");
    ContactForm.kana(kana).ifPresent(problem -> problems.put("guardian.kana", t(problem)));
    Optional<Relation> relation = one("guardian.relation", Relation.ofOthers());
    ContactForm.phone(typed.text("guardian.phone"))
        .ifPresent(problem -> problems.put("guardian.phone", t(problem)));
    return name.flatMap(written ->
        relation.map(is ->
            new FirstGuardian(
                written,
                kana,
                is,
                typed.given("guardian.phone").map(ContactForm::halfWidth),
                typed.given("guardian.note"),
                typed.ticked("guardian.decides"))));
  }
}
