package jp.tsunagi.record.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Reading a form, and the words in which a wrong one is refused. */
class FormFileTest {

  @Test
  void theHashDoesNotDependOnCommentsOrderOrDefaultsWrittenOut() {
    var other =
        "# a comment\n"
            + SmallForm.YAML
                .replace("form: small\nversion: 1\n", "version: 1\nform: small\n")
                .replace(
                    "type: long-text, label: {ja: 話}",
                    "max: 2000, type: long-text, label: {ja: 話}");
    assertThat(SmallForm.form(other).hash()).isEqualTo(SmallForm.form().hash());
  }

  @Test
  void theHashIsTheSameForEver() {
    assertThat(SmallForm.form().hash())
        .isEqualTo("68cdd2dc36b0814a909efc2780d24055ce67aaff76ad94a2133fbd9bfea119ac");
  }

  @Test
  void theHashChangesWithAWord() {
    var other = SmallForm.YAML.replace("ja: 歩いた", "ja: 歩きだした");
    assertThat(SmallForm.form(other).hash()).isNotEqualTo(SmallForm.form().hash());
  }

  @Test
  void refusesAnUnknownKeyAtItsLine() {
    var problems =
        refused(SmallForm.YAML.replace("category: SUPPORT", "colour: red\n    category: SUPPORT"));
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().in(Locale.ENGLISH))
        .startsWith("small.yaml:11: \"colour\" is not known here. Use one of: category, fields,");
    assertThat(problems.getFirst().in(Locale.JAPANESE))
        .startsWith("small.yaml:11: 「colour」という名前は使えません。");
  }

  @Test
  void refusesAFieldKeyUsedTwice() {
    assertThat(messages(SmallForm.YAML.replace("key: story", "key: likes")))
        .containsExactly("16 form.file.fieldTwice [likes]");
  }

  @Test
  void refusesTheSameKeyTwiceInOneMapping() {
    assertThat(messages("form: small\n" + SmallForm.YAML))
        .containsExactly("2 form.file.keyTwice [form]");
  }

  @Test
  void refusesAnUnknownTypeAndNamesTheKnownOnes() {
    assertThat(messages(SmallForm.YAML.replace("type: age", "type: ago")).getFirst())
        .startsWith("18 form.file.notOneOf [ago, short-text, long-text, date, age,");
  }

  @Test
  void refusesAnAddressInASectionOfAnotherCategory() {
    var yaml = SmallForm.YAML.replace("type: age,", "type: fact, attribute: ADDRESS,");
    assertThat(messages(yaml))
        .containsExactly("18 form.file.factOfOtherCategory [ADDRESS, LOCATION, SUPPORT]");
  }

  @Test
  void refusesATableInsideATable() {
    var yaml = SmallForm.YAML.replace("key: goal, type: long-text", "key: goal, type: table");
    assertThat(messages(yaml).getFirst()).startsWith("41 form.file.notOneOf [table,");
  }

  @Test
  void refusesARouteThatDoesNotEnd() {
    assertThat(messages(SmallForm.YAML.replace("WITH_GUARDIAN, FINAL]", "WITH_GUARDIAN]")))
        .containsExactly("7 form.file.routeUnsound []");
  }

  @Test
  void refusesAWordThatNobodyFillsIn() {
    var yaml =
        SmallForm.YAML.replace(
            "type: age, label: {ja: 歩いた}",
            "type: statement, label: {ja: 文}, paragraphs: [{ja: '{child} と {pet}'}]");
    assertThat(messages(yaml).getFirst())
        .startsWith("18 form.file.notOneOf [pet, child, guardian,");
  }

  @Test
  void reportsEverythingAtOnceInTheOrderOfTheFile() {
    var yaml =
        SmallForm.YAML
            .replace("cycle: YEARLY", "cycle: WEEKLY")
            .replace("title: {ja: 小さな様式, en: Small form}", "title: {en: Small form}")
            .replace("max: 10", "max: ten");
    assertThat(messages(yaml))
        .containsExactly(
            "3 form.file.noJapanese []",
            "5 form.file.notOneOf [WEEKLY, ONCE, YEARLY, TERMLY, ANY]",
            "15 form.file.notANumber [ten]");
  }

  @Test
  void saysWhereTheYamlItselfIsBroken() {
    assertThat(messages("form: small\n  version: 1\n").getFirst())
        .startsWith("2 form.file.notYaml");
    assertThat(messages("")).containsExactly("1 form.file.nothing [small.yaml]");
    assertThat(messages("- just\n- a list\n").getFirst())
        .startsWith("1 form.file.notKeysAndValues");
  }

  @Test
  void refusesAliasesThatWouldUnfoldWithoutEnd() {
    assertThat(messages("form: &a [x]\nversion: *a\n").getFirst()).contains("form.file.notYaml");
  }

  private static List<FormFileProblem> refused(String yaml) {
    var refusal =
        catchThrowableOfType(FormFileRefused.class, () -> FormFile.read("small.yaml", yaml));
    assertThat(refusal).isNotNull();
    assertThat(refusal.problems())
        .allSatisfy(problem -> assertThat(problem.in(Locale.ENGLISH)).startsWith("small.yaml:"));
    return refusal.problems();
  }

  private static List<String> messages(String yaml) {
    return refused(yaml).stream()
        .map(problem -> problem.line() + " " + problem.message() + " " + problem.arguments())
        .toList();
  }
}
