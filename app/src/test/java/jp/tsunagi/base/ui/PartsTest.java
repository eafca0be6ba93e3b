package jp.tsunagi.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every part renders, says what it must to those who listen, and carries nothing inline (CSP). */
class PartsTest {
  private static final Path SHELF = Path.of("target", "gallery");

  @TestFactory
  List<DynamicTest> pages() throws IOException {
    Files.createDirectories(SHELF);
    return Gallery.pages().entrySet().stream()
        .map(page ->
            DynamicTest.dynamicTest(page.getKey(), () -> sound(page.getKey(), page.getValue())))
        .toList();
  }

  private static void sound(String name, String html) throws IOException {
    Files.writeString(SHELF.resolve(name + ".html"), html);
    assertThat(html).startsWith("<!doctype html>").contains("<html lang=\"ja\">");
    assertThat(html).doesNotContain(" style=", "<style", "onclick", "javascript:", "https://");
    assertThat(html).doesNotContainPattern("<script(?![^>]* src=)");
    assertThat(idsOf(html)).doesNotHaveDuplicates();
    for (var target : named("aria-describedby=\"([^\"]+)\"", html)) {
      assertThat(idsOf(html)).contains(target.split(" "));
    }
    assertThat(idsOf(html)).containsAll(named("<label for=\"([^\"]+)\"", html));
  }

  private static List<String> idsOf(String html) {
    return named("\\sid=\"([^\"]+)\"", html);
  }

  private static List<String> named(String pattern, String html) {
    return Pattern.compile(pattern).matcher(html).results().map(found -> found.group(1)).toList();
  }

  @Test
  void typedTextIsEscapedEverywhere() {
    var evil = "\"><script>x</script>";
    var field = FieldView.of("a", evil).value(evil).hint(evil).error(evil);
    for (var part : List.of("TextField", "AreaField", "DateField")) {
      assertThat(Rendered.part(part, "field", field)).doesNotContain("<script>");
    }
    var name = new NameView(evil, evil + "x", evil, null);
    assertThat(Rendered.part("Name", "name", name)).doesNotContain("<script>");
    assertThat(Rendered.part("Furigana", "text", evil)).doesNotContain("<script>");
  }

  @Test
  void aPasswordIsNeverSentBack() {
    var field = FieldView.of("secret", "x").value("hidden");
    assertThat(Rendered.part("TextField", Map.of("field", field, "type", "password")))
        .doesNotContain("hidden");
  }

  @Test
  void anErrorIsTiedToItsField() {
    var html = Rendered.part("TextField", "field", FieldView.of("goal.1", "x").error("why"));
    assertThat(html)
        .contains(
            "id=\"f-goal-1\"", "aria-invalid=\"true\"", "aria-describedby=\"f-goal-1-error\"");
  }

  @Test
  void aReadingThatSaysTheSameIsLeftOut() {
    assertThat(Rendered.part("Ruby", Map.of("text", "ミゲル", "reading", "みげる")))
        .isEqualToIgnoringWhitespace("ミゲル");
    assertThat(Rendered.part("Ruby", Map.of("text", "青空", "reading", "あおぞら")))
        .contains("<ruby>青空<rt>あおぞら</rt></ruby>");
  }
}
