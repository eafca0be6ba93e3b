package jp.tsunagi.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What it was measured on. Figures of two machines are never compared.
 *
 * @param memory in GB, rounded
 * @param java of the measured program
 */
record Machine(
    String processor,
    int processors,
    long memory,
    String kernel,
    String java,
    List<String> flags,
    String postgres) {
  private static final Path PROC = Path.of("/proc");

  static Machine of(Jvm jvm, Server server) {
    return new Machine(
        field(lines(PROC.resolve("cpuinfo")), "model name", "unknown"),
        Runtime.getRuntime().availableProcessors(),
        Math.round(kilobytes(lines(PROC.resolve("meminfo"))) / (1024.0 * 1024.0)),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        jvm.version(),
        jvm.flags(),
        server.one("show server_version"));
  }

  /** Whether figures of both can stand side by side. */
  boolean isLike(Machine other) {
    return processor.equals(other.processor)
        && processors == other.processors
        && memory == other.memory;
  }

  private static long kilobytes(List<String> meminfo) {
    return Long.parseLong(field(meminfo, "MemTotal", "0").split(" ")[0]);
  }

  /** How many processes wanted a processor in the last minute, on the average. */
  static double load() {
    return Double.parseDouble(lines(PROC.resolve("loadavg")).getFirst().split(" ")[0]);
  }

  /**
   * Milliseconds that all processors together have worked, for whomever: what was taken away by
   * other machines on the same hardware counts as work.
   */
  static long busy() {
    return busy(lines(PROC.resolve("stat")).getFirst());
  }

  /** From the line {@code cpu user nice system idle iowait irq softirq steal …}. */
  static long busy(String line) {
    long[] ticks =
        Arrays.stream(line.strip().split("\\s+")).skip(1).mapToLong(Long::parseLong).toArray();
    return 10 * (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6] + ticks[7]);
  }

  /** Milliseconds that the benchmark itself has worked. */
  static long own() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getProcessCpuTime()
        / 1_000_000;
  }

  /** The value behind a name and a colon. */
  static String field(List<String> lines, String name, String otherwise) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(otherwise);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new BenchRefused(e, "proc", file);
    }
  }
}
