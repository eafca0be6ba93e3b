package jp.tsunagi.people.involvement;

import static jp.tsunagi.base.ui.Text.t;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.DayInput;
import jp.tsunagi.people.involvement.EnrolmentRule.Refusal;

/** Reads the forms of enrolments and gathers what is wrong with them. */
final class EnrolmentForm {
  private final Typed typed;
  private final LocalDate today;
  private final Map<String, String> problems = new HashMap<>();

  EnrolmentForm(Typed typed, LocalDate today) {
    this.typed = typed;
    this.today = today;
  }

  Map<String, String> problems() {
    return problems;
  }

  boolean sound() {
    return problems.isEmpty();
  }

  Optional<LocalDate> day(String field) {
    DayInput input = DayInput.read(typed, field, DayInput.facts(today));
    if (input instanceof DayInput.Day(var day)) {
      return Optional.of(day);
    }
    problems.put(field, input.problem());
    return Optional.empty();
  }

  Optional<Integer> number() {
    return typed
        .given("number")
        .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC))
        .flatMap(text -> {
          if (!text.matches("\\d{1,3}")) {
            problems.put("number", t("involvement.problem.number"));
            return Optional.empty();
          }
          return Optional.of(Integer.parseInt(text));
        });
  }

  Optional<EndReason> reason() {
    Optional<EndReason> reason =
        Arrays.stream(EndReason.values())
            .filter(one -> one.name().equals(typed.text("end")))
            .findFirst();
    if (reason.isEmpty()) {
      problems.put("end", t("involvement.problem.choose"));
    }
    return reason;
  }

  void missing(String field) {
    problems.put(field, t("involvement.problem.choose"));
  }

  /** No child of the list was chosen. */
  void nobody() {
    problems.put("child", t("involvement.problem.pick"));
  }

  /** The rule said no: the words stand at the field that has to change. */
  void refused(Refusal refusal) {
    String field =
        switch (refusal) {
          case Refusal.NotYours _, Refusal.NotShared _, Refusal.AlreadyEnrolled _ -> "organisation";
          case Refusal.BeforeBirth _, Refusal.OutsideEnrolment _, Refusal.Closed _ -> "from";
          case Refusal.EndsBeforeItBegins _ -> "last";
          case Refusal.OtherClass _ -> "class";
        };
    problems.put(field, t(refusal.key()));
  }
}
