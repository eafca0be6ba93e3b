package jp.tsunagi.record.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** docs/forms.md must stay true. */
class FormsGuideTest {
  private static final Path GUIDE = Path.of("../docs/forms.md");

  @Test
  void theExampleOfTheGuideCanBeLoaded() throws IOException, FormFileRefused {
    var guide = Files.readString(GUIDE);
    int start = guide.indexOf("```yaml\n") + "```yaml\n".length();
    var example = guide.substring(start, guide.indexOf("```", start));
    assertThat(FormFile.read("forms.md", example).key()).isEqualTo("first-day");
  }

  @Test
  void theGuideNamesEveryKindOfFieldEveryFactAndEveryPlaceholder() throws IOException {
    var guide = Files.readString(GUIDE);
    assertThat(FieldType.values())
        .allSatisfy(type -> assertThat(guide).contains("`" + type.word() + "`"));
    assertThat(ChildAttribute.values())
        .allSatisfy(fact -> assertThat(guide).contains("`" + fact + "`"));
    assertThat(Arrays.stream(Placeholder.values()).map(Placeholder::word))
        .allSatisfy(word -> assertThat(guide).contains("`{" + word + "}`"));
  }
}
