package jp.tsunagi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
  private static final Result RESULT =
      Results.result(
              18_000,
              "2026-11-28T11:17:25Z",
              Results.MACHINE,
              Results.row("child-page", 200, 9, 0.4, 0.3))
          .with(List.of(Budget.of("a", "ms", 2, null), Budget.of("b", "ms", 2, 3.0)));

  @Test
  void comesBackAsItWas() {
    assertThat(ResultFiles.read(ResultFiles.written(RESULT))).contains(RESULT);
  }

  @Test
  void anotherFormatIsLeftAlone() {
    assertThat(ResultFiles.read("{\"format\": 0, \"rows\": \"other\"}")).isEmpty();
  }

  @Test
  void theLatestOfThatSizeOnSuchAMachineIsTheOneBefore(@TempDir Path folder) throws IOException {
    ResultFiles files = new ResultFiles(folder.resolve("results"));
    assertThat(files.latest(18_000, Results.MACHINE, List.of())).isEmpty();
    Path kept = files.keep(RESULT);
    assertThat(kept.getFileName().toString()).isEqualTo("18000-20261128-111725.json");
    files.keep(at("2026-11-27T10:00:00Z", Results.MACHINE));
    Machine other = new Machine("Faster", 2, 24, "Linux 6", "VM 25", List.of(), "18.6");
    files.keep(at("2026-11-29T10:00:00Z", other));
    Files.writeString(folder.resolve("results/README.md"), "not a result");
    assertThat(files.latest(18_000, Results.MACHINE, List.of("child-page")).map(Result::at))
        .contains("2026-11-28T11:17:25Z");
    assertThat(files.latest(1_800, Results.MACHINE, List.of())).isEmpty();
  }

  /** A short look at one operation does not hide what was measured of all before. */
  @Test
  void aResultOfAllIsTakenBeforeALaterOneOfSome(@TempDir Path folder) {
    ResultFiles files = new ResultFiles(folder);
    files.keep(RESULT);
    files.keep(
        Results.result(
            18_000, "2026-11-29T10:00:00Z", Results.MACHINE, Results.row("list", 2, 9, 1, 1)));
    assertThat(files.latest(18_000, Results.MACHINE, List.of("child-page")).map(Result::at))
        .contains("2026-11-28T11:17:25Z");
    assertThat(files.latest(18_000, Results.MACHINE, List.of("pdf")).map(Result::at))
        .contains("2026-11-29T10:00:00Z");
  }

  @Test
  void saysWhichFileCannotBeRead(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("18000-20261128-000000.json"), "{");
    assertThatThrownBy(() -> new ResultFiles(folder).latest(18_000, Results.MACHINE, List.of()))
        .isInstanceOfSatisfying(
            BenchRefused.class,
            refused -> assertThat(refused.words().getLast()).contains("20261128-000000"));
  }

  private static Result at(String at, Machine machine) {
    return Results.result(18_000, at, machine, Results.row("child-page", 200, 20, 0.8, 0.6));
  }

  @Test
  void isComparedWithTheOneBefore() {
    Comparison.Change change =
        Comparison.of(RESULT, at("2026-11-27T10:00:00Z", Results.MACHINE)).getFirst();
    assertThat(change.p99()).isEqualTo(new Comparison.Moved(20, 9));
    assertThat(change.cpuMillis().percent())
        .isCloseTo(-50, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(new Comparison.Moved(0, 3).percent()).isZero();
    assertThat(Comparison.of(RESULT, Results.result(18_000, "", Results.MACHINE))).isEmpty();
  }

  @Test
  void everythingStandsInTheTables() {
    String all =
        String.join(
            "\n", Tables.of(RESULT, Optional.of(at("2026-11-27T10:00:00Z", Results.MACHINE))));
    assertThat(all)
        .contains("| child-page |")
        .contains("200.0 of 200")
        .contains("20.0 -> 9.0 (-55 %)")
        .contains("| April | classes |")
        .contains("UNMET", "not measured")
        .contains("2 processors, 24 GB");
  }

  @Test
  void columnsStandOneBelowTheOther() {
    assertThat(Tables.table(List.of(List.of("a", "long"), List.of("bcd", "e"))))
        .containsExactly("| a   | long |", "|---|---|", "| bcd | e    |");
  }
}
