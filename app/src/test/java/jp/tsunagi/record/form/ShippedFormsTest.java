package jp.tsunagi.record.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Category;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The forms that come with the program (A3–A7, A10). */
class ShippedFormsTest {
  static final List<String> KEYS = ShippedForms.KEYS;

  @Test
  void everyFileIsShippedUnderItsKey() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/forms"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(KEYS.stream().map(key -> key + ".yaml").toList());
    }
    assertThat(ShippedForms.all()).extracting(FormDefinition::key).isEqualTo(KEYS);
  }

  @ParameterizedTest
  @FieldSource("KEYS")
  void speaksJapaneseAndEnglishEverywhere(String key) {
    assertThat(wordings(ShippedForms.of(key)))
        .isNotEmpty()
        .allSatisfy(wording -> assertThat(wording.byLanguage()).containsKeys("ja", "en"));
  }

  @ParameterizedTest
  @FieldSource("KEYS")
  void itsCanonicalJsonIsReadBackAsTheSameForm(String key) throws FormFileRefused {
    var form = ShippedForms.of(key);
    var again = FormFile.read(key + ".json", form.canonicalJson());
    assertThat(again).isEqualTo(form);
    assertThat(again.hash()).isEqualTo(form.hash()).hasSize(64);
  }

  @Test
  void thePersonalSheetAsksAtMostTenQuestionsAtATime() {
    assertThat(ShippedForms.of("profile").sections())
        .allSatisfy(section -> assertThat(section.questions()).hasSizeBetween(1, 10))
        .allSatisfy(section -> assertThat(section.writer()).isEqualTo(Writer.GUARDIAN));
  }

  /**
   * What stands in a form is shown to whoever may write it. Address, telephone and guardians are
   * not for every place that has to do with the child.
   */
  @Test
  void formsOfOrganisationsShowNoMoreThanWhoTheChildIs() {
    assertThat(ShippedForms.all())
        .filteredOn(form ->
            form.attachedTo() == AttachedTo.ENROLMENT
                || form.attachedTo() == AttachedTo.INVOLVEMENT)
        .hasSizeGreaterThan(10)
        .flatMap(FormDefinition::sections)
        .flatMap(Section::fields)
        .filteredOn(Field.Fact.class::isInstance)
        .allSatisfy(field ->
            assertThat(((Field.Fact) field).attribute().category()).isEqualTo(Category.IDENTITY));
  }

  @Test
  void thePersonalSheetKeepsEachCategoryApart() {
    assertThat(ShippedForms.of("profile").sections())
        .extracting(Section::category)
        .contains(
            Category.IDENTITY,
            Category.PROFILE,
            Category.FAMILY,
            Category.LOCATION,
            Category.HEALTH,
            Category.ASSESSMENT,
            Category.INVOLVEMENT,
            Category.PROVISION)
        .doesNotContain(Category.CONSULTATION);
  }

  @Test
  void theSchoolsRecordWaitsForTheGuardianAndIsInForceInsideMeanwhile() {
    assertThat(ShippedForms.of("support-school").route().steps())
        .containsExactly(
            new Step.Draft(),
            new Step.InApproval(false),
            new Step.WithGuardian(null, true, true),
            new Step.Final());
  }

  /** A place switches it on: nobody's way becomes longer by an upgrade. */
  @Test
  void noShippedSupportRecordIsDecidedAboutUnlessThePlaceSaysSo() {
    for (String key : List.of("support-school", "support-nursery", "support-programme")) {
      assertThat(ShippedForms.of(key).route().approval()).contains(new Step.InApproval(false));
    }
  }

  @Test
  void theNurserysCheckByTheGuardianIsASettingThatIsOn() {
    assertThat(ShippedForms.of("support-nursery").route().steps())
        .contains(new Step.WithGuardian("nursery-guardian-checks", true, true));
  }

  private static List<Wording> wordings(FormDefinition form) {
    var all = new ArrayList<Wording>();
    all.add(form.title());
    for (var section : form.sections()) {
      all.add(section.title());
      optional(section.intro()).forEach(all::add);
      section.fields().forEach(field -> add(field, all));
    }
    return all;
  }

  private static void add(Field field, List<Wording> all) {
    all.add(field.head().label());
    optional(field.head().hint()).forEach(all::add);
    field.columns().forEach(column -> add(column, all));
    switch (field) {
      case Field.Choice(_, var options) -> options.forEach(option -> all.add(option.label()));
      case Field.Choices(_, var options, _) -> options.forEach(option -> all.add(option.label()));
      case Field.Statement(_, var paragraphs) -> all.addAll(paragraphs);
      case Field.Quantity quantity -> optional(quantity.unit()).forEach(all::add);
      default -> {}
    }
  }

  private static Stream<Wording> optional(@Nullable Wording wording) {
    return Stream.ofNullable(wording);
  }
}
