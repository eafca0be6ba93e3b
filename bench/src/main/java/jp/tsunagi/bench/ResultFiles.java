package jp.tsunagi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where results are kept, each a file of its own. */
final class ResultFiles {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;

  ResultFiles(Path folder) {
    this.folder = folder;
  }

  /** Keeps it and says where. */
  Path keep(Result result) {
    String moment = result.at().replaceAll("[-:]", "").replaceAll("\\..*|Z", "").replace('T', '-');
    Path file = folder.resolve(result.population() + "-" + moment + ".json");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, written(result));
      return file;
    } catch (IOException e) {
      throw new BenchRefused(e, "results", folder, e.getMessage());
    }
  }

  /**
   * The latest of a city of that size on such a machine, of those that measured all of these
   * operations; else the latest of all. Empty where there is none.
   */
  Optional<Result> latest(int population, Machine machine, List<String> operations) {
    List<Result> like =
        all(population).stream().filter(result -> result.machine().isLike(machine)).toList();
    return like.stream()
        .filter(
            result -> operations.stream().allMatch(operation -> result.row(operation).isPresent()))
        .max(Comparator.comparing(Result::at))
        .or(() -> like.stream().max(Comparator.comparing(Result::at)));
  }

  private List<Result> all(int population) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(population + "-[0-9-]+\\.json"))
          .sorted()
          .map(ResultFiles::read)
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new BenchRefused(e, "results", folder, e.getMessage());
    }
  }

  private static Optional<Result> read(Path file) {
    try {
      return read(Files.readString(file));
    } catch (IOException | JacksonException e) {
      throw new BenchRefused(e, "results", file, e.getMessage());
    }
  }

  static String written(Result result) {
    return JSON.writeValueAsString(result) + "\n";
  }

  /** A result; empty when it is of another format than this program's. */
  static Optional<Result> read(String json) {
    JsonNode tree = JSON.readTree(json);
    return tree.path("format").asInt(0) == Result.FORMAT
        ? Optional.of(JSON.treeToValue(tree, Result.class))
        : Optional.empty();
  }
}
