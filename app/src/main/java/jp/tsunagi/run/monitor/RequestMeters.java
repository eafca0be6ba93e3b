package jp.tsunagi.run.monitor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Requests by the pattern of their route: how many by method and status, and how long they took.
 * Every label is of a closed set: a visitor can make neither a new one nor a large number of them.
 */
final class RequestMeters {
  /** What no route of the program answered. */
  static final String NO_ROUTE = "none";

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");

  private static final Duration[] STEPS = {
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(1_000),
    Duration.ofMillis(5_000),
    Duration.ofMillis(30_000)
  };

  private final MeterRegistry registry;
  private final Map<String, Timer> times = new ConcurrentHashMap<>();
  private final Map<Kind, Counter> counts = new ConcurrentHashMap<>();

  RequestMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  private record Kind(String method, String route, int status) {}

  void note(String method, String route, int status, long nanoseconds) {
    times.computeIfAbsent(route, this::timer).record(nanoseconds, TimeUnit.NANOSECONDS);
    counts.computeIfAbsent(new Kind(method(method), route, status), this::counter).increment();
  }

  /** A method of HTTP; what a visitor made up is OTHER. */
  static String method(String sent) {
    return METHODS.contains(sent) ? sent : "OTHER";
  }

  private Timer timer(String route) {
    return Timer.builder("tsunagi.http")
        .description("How long requests took, error pages included")
        .tag("route", route)
        .serviceLevelObjectives(STEPS)
        .register(registry);
  }

  private Counter counter(Kind kind) {
    return Counter.builder("tsunagi.http.answers")
        .description("Requests by method, pattern of the route and status")
        .tag("method", kind.method())
        .tag("route", kind.route())
        .tag("status", String.valueOf(kind.status()))
        .register(registry);
  }
}
