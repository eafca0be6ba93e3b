package jp.tsunagi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the program and its database have used of the processor so far. The database is the
 * postmaster, its processes that run, and those that ended: PostgreSQL's work for a connection is
 * in a process of its own.
 */
final class Cpu {
  private final Path proc;
  private final long program;
  private final long postmaster;

  Cpu(Path proc, long program, long postmaster) {
    this.proc = proc;
    this.program = program;
    this.postmaster = postmaster;
  }

  /** Milliseconds since each began. */
  record Reading(long program, long database) {
    Reading since(Reading before) {
      return new Reading(program - before.program, database - before.database);
    }
  }

  /**
   * Reads it.
   *
   * @throws BenchRefused when one of the two is gone
   */
  Reading read() {
    ProcStat server = stat(postmaster);
    long database = server.own() + server.ended();
    for (ProcStat each : processes()) {
      if (each.parent() == postmaster) {
        // children of children (an archiver's command) are none of the work for a request
        database += each.own();
      }
    }
    return new Reading(stat(program).own(), database);
  }

  private ProcStat stat(long pid) {
    return ProcStat.of(proc.resolve(Long.toString(pid)))
        .orElseThrow(() -> new BenchRefused("gone", Long.toString(pid)));
  }

  private List<ProcStat> processes() {
    try (Stream<Path> all = Files.list(proc)) {
      return all.filter(path -> path.getFileName().toString().matches("\\d+"))
          .map(ProcStat::of)
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
