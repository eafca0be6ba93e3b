package jp.tsunagi.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a killed program leaves in the data folder: a server still running, or only its pid file,
 * which by now may name somebody else's process. Only a server of this very folder is stopped.
 */
record Leftover(Path data) {
  private static final int PORT_LINE = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  void clear() {
    Path file = data.resolve("postmaster.pid");
    Optional<Long> pid = pid(file);
    if (pid.isPresent() && isOurs(pid.get())) {
      stop(pid.get());
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new PostgresFailure("Could not clear what a killed server left in " + data, e);
    }
  }

  /** The port of this folder's server, while it runs. */
  Optional<Integer> runningPort() {
    Path file = data.resolve("postmaster.pid");
    return pid(file).filter(this::isOurs).flatMap(pid -> port(file));
  }

  private static Optional<Integer> port(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .skip(PORT_LINE)
          .findFirst()
          .map(String::strip)
          .map(Integer::valueOf);
    } catch (IOException | NumberFormatException stillStarting) {
      return Optional.empty();
    }
  }

  private static Optional<Long> pid(Path file) {
    try {
      return Files.readAllLines(file).stream().findFirst().map(String::strip).map(Long::valueOf);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(long pid) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
      List<String> line = List.of(new String(bytes, StandardCharsets.UTF_8).split("\0"));
      return line.stream().anyMatch(word -> word.endsWith("bin/postgres"))
          && line.contains(data.toString());
    } catch (IOException e) {
      return false;
    }
  }

  /** Fast shutdown: clients are disconnected, everything acknowledged is on disk. */
  static void stop(long pid) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isEmpty()) {
      return;
    }
    Command.run(List.of("kill", "-INT", Long.toString(pid)));
    try {
      process.get().onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new PostgresFailure("PostgreSQL " + pid + " did not stop within a minute", e);
    }
  }
}
