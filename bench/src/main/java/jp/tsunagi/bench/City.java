package jp.tsunagi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a made-up city: of so many inhabitants, for the schema of this program. Made once
 * and used again; one that was broken off is made anew.
 */
record City(Path folder, int population, String schema) {
  /** What the program takes in at most and at least. */
  static final int LEAST = 2_000;

  static final int MOST = 2_000_000;

  private static final String MARK = "bench.city";
  private static final String MAKING = "making";
  private static final String MADE = "made";

  /** Measured: data, indexes, and the log that is written ahead while it is made. */
  private static final long BYTES_AT_LEAST = 1L << 30;

  private static final long BYTES_OF_ONE = 30_000;
  private static final String MIGRATIONS = "app/src/main/resources/db/migration";

  /**
   * The city of that size.
   *
   * @param cities holds a folder for each
   * @param source the folder of the project
   */
  static City of(Path cities, int population, Path source) {
    if (population < LEAST || population > MOST) {
      throw new BenchRefused("population", population, LEAST, MOST);
    }
    String schema = schema(source.resolve(MIGRATIONS));
    return new City(cities.resolve(population + "-" + schema), population, schema);
  }

  /** The version of the latest migration. */
  private static String schema(Path migrations) {
    try (Stream<Path> files = Files.walk(migrations)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("V\\d+__.*\\.sql"))
          .map(name -> name.substring(1, name.indexOf("__")))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isMade() {
    return state().equals(MADE);
  }

  private String state() {
    Path mark = folder.resolve(MARK);
    try {
      return Files.exists(mark) ? Files.readString(mark).strip() : "";
    } catch (IOException e) {
      throw new BenchRefused(e, "folder", folder);
    }
  }

  /**
   * Gets the folder ready for a city to be made in it.
   *
   * @throws BenchRefused when something else is in it, or the disk has no room
   */
  void begin() {
    try {
      if (state().equals(MAKING)) {
        remove();
      } else if (Files.exists(folder) && !isEmpty()) {
        throw new BenchRefused("folder", folder);
      }
      Files.createDirectories(folder);
      roomFor();
      Files.writeString(folder.resolve(MARK), MAKING);
    } catch (IOException e) {
      throw new BenchRefused(e, "folder", folder);
    }
  }

  /** From now on it can be used. */
  void done() {
    try {
      Files.writeString(folder.resolve(MARK), MADE);
    } catch (IOException e) {
      throw new BenchRefused(e, "folder", folder);
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private void roomFor() throws IOException {
    FileStore disk = Files.getFileStore(folder);
    long needed = bytes(population);
    if (disk.getUsableSpace() < needed) {
      throw new BenchRefused(
          "disk", folder, needed / 1_000_000_000.0, disk.getUsableSpace() / 1_000_000_000.0);
    }
  }

  /** What the folder of such a city takes at most. */
  static long bytes(int population) {
    return BYTES_AT_LEAST + BYTES_OF_ONE * population;
  }

  private void remove() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.delete(one);
    }
  }
}
