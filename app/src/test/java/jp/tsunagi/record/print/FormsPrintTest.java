package jp.tsunagi.record.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.record.form.AttachedTo;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.form.ShippedForms;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every form of an organisation as its 様式: written and open. With {@code -Dprints=folder} the
 * papers are put there, to be looked at.
 */
class FormsPrintTest {
  private static final float A4 = 595;

  static Stream<String> forms() {
    return ShippedForms.all().stream()
        .filter(form -> form.attachedTo() != AttachedTo.CHILD)
        .map(FormDefinition::key);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void saysAllThatTheFormAsksWrittenAndOpen(String key) throws IOException {
    FormDefinition form = Samples.form(key);
    for (int repeats : new int[] {0, 1}) {
      Paper paper = Samples.paper(form, repeats, true, "青空 うみ");
      byte[] pdf = Samples.RENDERER.render(paper, Samples.FOOTING);
      put(key + (repeats == 0 ? "-open" : "-written"), pdf);
      String text = squeezed(Samples.text(pdf));
      for (Section section : form.sections()) {
        assertThat(text).contains(squeezed(section.title().japanese()));
        section.questions().stream()
            .flatMap(field -> Stream.concat(Stream.of(field), ofNow(field)))
            .map(field -> squeezed(field.head().label().japanese()))
            .filter(label -> !label.contains("："))
            .forEach(label -> assertThat(text).contains(label));
      }
    }
  }

  /** How the goals before ended stands on the sheet before. */
  private static Stream<Field> ofNow(Field table) {
    return table.columns().stream()
        .filter(column -> !(column instanceof Field.RollForward))
        .filter(column -> column.head().ofBefore() == null);
  }

  @Test
  void aTableOfManyColumnsLiesAndAnotherStands() throws IOException {
    assertThat(width("use-plan")).isGreaterThan(A4 + 1);
    assertThat(width("service-plan")).isGreaterThan(A4 + 1);
    assertThat(width("teaching-plan")).isLessThan(A4 + 1);
    assertThat(width("education-support-plan")).isLessThan(A4 + 1);
  }

  @Test
  void whatStartsAnewStandsBelowItsGoal() {
    TableColumns columns = TableColumns.of(field("teaching-plan", "goals"));
    assertThat(keys(columns.beside()))
        .containsExactly("area", "goal", "content", "means", "setting");
    assertThat(keys(columns.below())).containsExactly("reached", "evaluation", "next-step");
    assertThat(TableColumns.of(field("support-school", "goals")).below()).isEmpty();
    assertThat(TableColumns.of(field("monitoring-report", "goals")).below()).isEmpty();
  }

  @Test
  void theWeekIsAGridWithRoom() {
    TableColumns week = TableColumns.of(field("use-plan", "week"));
    assertThat(week.open()).isEqualTo(10);
    Paper.Grid grid = week.grid("週間計画表", List.of(), true);
    assertThat(grid.labelled()).isTrue();
    assertThat(grid.heads()).contains("月", "日・祝");
    assertThat(TableColumns.of(field("use-plan", "goals")).open()).isEqualTo(2);
  }

  private static Field field(String form, String key) {
    return Samples.form(form).field(key).orElseThrow();
  }

  private static List<String> keys(List<Field> columns) {
    return columns.stream().map(Field::key).toList();
  }

  private static float width(String key) throws IOException {
    Paper paper = Samples.paper(Samples.form(key), 0, true, "青空 うみ");
    try (PDDocument pdf = Loader.loadPDF(Samples.RENDERER.render(paper, Samples.FOOTING))) {
      return pdf.getPage(0).getMediaBox().getWidth();
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }

  private static void put(String name, byte[] pdf) throws IOException {
    String folder = System.getProperty("prints");
    if (folder != null) {
      Files.createDirectories(Path.of(folder));
      Files.write(Path.of(folder, name + ".pdf"), pdf);
    }
  }
}
