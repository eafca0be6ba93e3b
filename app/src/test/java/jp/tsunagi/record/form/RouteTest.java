package jp.tsunagi.record.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of a form's way, and that it is read back as it was written. */
class RouteTest {
  private static String yaml(String route) {
    return SmallForm.YAML.replaceFirst("route: .*", "route: [" + route + "]");
  }

  private static FormDefinition read(String route) throws FormFileRefused {
    return FormFile.read("small.yaml", yaml(route));
  }

  @Test
  void whatIsNotedAndDecidedStandsInItsOrder() throws FormFileRefused {
    FormDefinition form =
        read(
            "DRAFT, {NOTED: MEETING}, {IN_APPROVAL: {asked: false}}, {NOTED: EXPLAINED},"
                + " WITH_GUARDIAN, {NOTED: DELIVERED}, FINAL");
    assertThat(form.route().approval()).contains(new Step.InApproval(false));
    assertThat(form.route().occasions())
        .containsExactly(Occasion.MEETING, Occasion.EXPLAINED, Occasion.DELIVERED);
    assertThat(FormFile.read("again", form.canonicalJson())).isEqualTo(form);
  }

  @Test
  void aPostThatAnEarlierFormNamedIsKept() throws FormFileRefused {
    FormDefinition form = read("DRAFT, {IN_APPROVAL: head}, FINAL");
    assertThat(form.route().approval()).contains(new Step.InApproval(true, "head"));
    assertThat(FormFile.read("again", form.canonicalJson()).hash()).isEqualTo(form.hash());
  }

  @Test
  void theFamilyIsAskedAfterTheDecisionAndEachStepStandsOnce() {
    for (String wrong :
        List.of(
            "DRAFT, WITH_GUARDIAN, IN_APPROVAL, FINAL",
            "DRAFT, IN_APPROVAL, {NOTED: TALKED_OVER}, FINAL",
            "DRAFT, IN_APPROVAL, {IN_APPROVAL: {asked: false}}, FINAL",
            "DRAFT, {NOTED: PARTY}, FINAL",
            "DRAFT, {NOTED: MEETING, IN_APPROVAL: {asked: true}}, FINAL")) {
      assertThatThrownBy(() -> read(wrong)).as(wrong).isInstanceOf(FormFileRefused.class);
    }
  }
}
