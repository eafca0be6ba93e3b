package jp.tsunagi.run.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read is refused with its line and with what to do. */
final class ScenarioFileTest {
  private final Example example = Example.ofTheGuide();

  @Test
  void theExampleOfTheGuideIsSound() {
    var scenario = example.read();
    assertThat(scenario.children()).hasSize(1);
    assertThat(scenario.scenes()).hasSize(8);
  }

  @Test
  void unknownKeysAreRefusedWithTheKnownOnes() {
    assertThat(example.with("    birth: 2019", "    born: 2019").problems())
        .contains(
            "city.yaml:"
                + example.line("- key: kodachi-akari")
                + ": 'birth' is missing; add it to this block")
        .anyMatch(line -> line.contains("unknown key 'born'; use one of addresses, attention"));
  }

  @Test
  void wordsDatesAndNumbersAreRefusedWithTheirLine() {
    var spoilt =
        example.with("kind: NURSERY", "kind: KITA").with("from: 2020-04-01", "from: 2020-02-30");
    assertThat(spoilt.problems())
        .anyMatch(line ->
            line.startsWith("city.yaml:" + spoilt.line("kind: KITA") + ": ")
                && line.contains("'kind' cannot be 'KITA'; use one of CENTRE"))
        .anyMatch(line ->
            line.startsWith("city.yaml:" + spoilt.line("from: 2020-02-30") + ": ")
                && line.contains("write it like 2026-04-01"));
  }

  @Test
  void unknownActsNameTheKnownOnes() {
    assertThat(example.with("act: receipt", "act: recieve").problems())
        .anyMatch(line -> line.contains("unknown act 'recieve'; use one of register, use-consent"));
  }

  @Test
  void brokenYamlIsRefusedWhereItBreaks() {
    var spoilt = example.with("    kind: CENTRE", "   kind: CENTRE");
    assertThat(spoilt.problems()).singleElement().asString().startsWith("city.yaml:");
  }

  @Test
  void missingFilesAreRefusedAtTheLineThatNamesThem() {
    var spoilt = example.with("organisations:\n", "include:\n  - lost.yaml\norganisations:\n");
    assertThat(spoilt.problems())
        .containsExactly(
            "city.yaml:"
                + spoilt.line("- lost.yaml")
                + ": there is no file 'lost.yaml'; put it beside the first file");
  }

  @Test
  void filesBesideTheFirstAreReadAndNoOthers(@TempDir Path folder) throws IOException {
    var yaml = example.yaml();
    var children = yaml.indexOf("children:");
    var accounts = yaml.indexOf("accounts:");
    Files.writeString(folder.resolve("children.yaml"), yaml.substring(children, accounts));
    var first = yaml.substring(0, children) + "include: [children.yaml]\n";
    var file = Files.writeString(folder.resolve("city.yaml"), first + yaml.substring(accounts));
    assertThat(ScenarioFile.read(file, LocalDate.of(2026, 11, 27)).children()).hasSize(1);
    assertThat(ScenarioSource.folder(folder).text("../city.yaml")).isEmpty();
  }
}
