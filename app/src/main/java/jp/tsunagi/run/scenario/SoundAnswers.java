package jp.tsunagi.run.scenario;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.record.form.AnswerCheck;
import jp.tsunagi.record.form.AnswerProblem;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.form.ShippedForms;
import jp.tsunagi.run.scenario.Act.State;

/** Whether sheets answer what their form asks, and final ones all that it requires. */
final class SoundAnswers {
  private final Map<String, FormDefinition> forms =
      ShippedForms.all().stream()
          .collect(Collectors.toUnmodifiableMap(FormDefinition::key, Function.identity()));
  private final Problems problems;

  SoundAnswers(Problems problems) {
    this.problems = problems;
  }

  void check(Child child) {
    for (var act : child.story()) {
      switch (act) {
        case Act.Profile profile -> sheet("profile", profile.answers(), State.DRAFT);
        case Act.Support support -> sheet(support.form(), support.answers(), support.state());
        default -> {}
      }
    }
  }

  private void sheet(String key, Given.Answers answers, State state) {
    var form = forms.get(key);
    if (form == null) {
      var known = forms.keySet().stream().sorted().collect(Collectors.joining(", "));
      problems.add(answers.place(), "unknown form '" + key + "'", "use one of " + known);
      return;
    }
    for (var part : answers.sections().entrySet()) {
      if (form.section(part.getKey()).isEmpty()) {
        var known = form.sections().stream().map(Section::key).collect(Collectors.joining(", "));
        problems.add(
            part.getValue().place(),
            "'" + key + "' has no section '" + part.getKey() + "'",
            "use one of " + known);
      }
    }
    for (var section : form.sections()) {
      section(section, answers, state);
    }
  }

  private void section(Section section, Given.Answers answers, State state) {
    var part = answers.sections().get(section.key());
    if (part == null && state != State.FINAL) {
      return;
    }
    Map<String, Given> fields = part == null ? Map.of() : part.fields();
    var filled = GivenAnswers.of(section, fields);
    var found =
        state == State.FINAL
            ? AnswerCheck.toFinal(section, filled)
            : AnswerCheck.draft(section, filled);
    for (var problem : found) {
      var field = problem.address().field();
      var place = part == null ? answers.place() : part.places().getOrDefault(field, part.place());
      problems.add(place, "'" + section.key() + "/" + words(problem), "see docs/forms.md");
    }
  }

  private static String words(AnswerProblem problem) {
    var column = problem.address().column();
    var field = problem.address().field() + (column == null ? "" : "." + column);
    var kind = problem.message().substring(problem.message().lastIndexOf('.') + 1);
    List<Object> more = problem.arguments();
    return field + "' cannot be so: " + kind + (more.isEmpty() ? "" : " " + more);
  }
}
