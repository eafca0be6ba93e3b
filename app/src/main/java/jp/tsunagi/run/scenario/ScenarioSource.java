package jp.tsunagi.run.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the files of one scenario lie: a folder on disk, or the scenario shipped in the program.
 */
@FunctionalInterface
interface ScenarioSource {
  String SHIPPED = "/scenario/";

  /** The text of a file beside the scenario's first one; nothing when there is no such file. */
  Optional<String> text(String name);

  static ScenarioSource folder(Path folder) {
    return name -> {
      var file = folder.resolve(name).normalize();
      return file.startsWith(folder.normalize()) && Files.isReadable(file)
          ? Optional.of(read(file))
          : Optional.empty();
    };
  }

  static ScenarioSource shipped() {
    return name -> {
      try (var in = ScenarioSource.class.getResourceAsStream(SHIPPED + name)) {
        return Optional.ofNullable(in == null ? null : in.readAllBytes())
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    };
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
