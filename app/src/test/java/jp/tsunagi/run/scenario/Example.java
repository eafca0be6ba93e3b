package jp.tsunagi.run.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The complete example of docs/scenario.md, to be read as it is or with something spoilt. */
record Example(String yaml) {
  static Example ofTheGuide() {
    try {
      var guide = Files.readString(Path.of("../docs/scenario.md"));
      int start = guide.indexOf("```yaml\n") + "```yaml\n".length();
      return new Example(guide.substring(start, guide.indexOf("```", start)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** With one text replaced, which must be there. */
  Example with(String text, String other) {
    if (!yaml.contains(text)) {
      throw new IllegalArgumentException("the example does not say: " + text);
    }
    return new Example(yaml.replace(text, other));
  }

  /** The line on which the text stands first, from 1. */
  int line(String text) {
    return (int) yaml.substring(0, yaml.indexOf(text)).chars().filter(sign -> sign == '\n').count()
        + 1;
  }

  Scenario read() {
    return ScenarioFile.read(
        name -> name.equals("city.yaml") ? Optional.of(yaml) : Optional.empty(),
        "city.yaml",
        LocalDate.of(2026, 11, 27));
  }

  List<String> problems() {
    try {
      read();
      return List.of();
    } catch (ScenarioRefused refused) {
      return refused.problems();
    }
  }
}
