package jp.tsunagi.run.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * A port of its own for whoever watches the program: {@code /live}, {@code /ready}, {@code
 * /metrics}; no login, and nothing of anybody. What a proxy passes on is refused, so that a mistake
 * in its configuration shows nobody outside how the program is. First to start, last to stop.
 */
public final class ManagementServer implements SmartLifecycle {
  /** What a page elsewhere cannot keep a browser from sending, whatever name it gave this port. */
  private static final List<String> OF_BROWSERS =
      List.of("Sec-Fetch-Site", "Sec-Fetch-Mode", "Origin", "Referer", "Cookie");

  private static final String TEXT = "text/plain; charset=utf-8";

  private final InetSocketAddress address;
  private final Readiness readiness;
  private final PrometheusMeterRegistry meters;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable HttpServer server;

  public ManagementServer(
      InetSocketAddress address, Readiness readiness, PrometheusMeterRegistry meters) {
    this.address = address;
    this.readiness = readiness;
    this.meters = meters;
  }

  private record Answer(int status, String type, String text) {
    static Answer plain(int status, String text) {
      return new Answer(status, TEXT, text);
    }
  }

  @Override
  public void start() {
    try {
      HttpServer listener = HttpServer.create(address, 0);
      listener.setExecutor(threads);
      listener.createContext("/", this::serve);
      listener.start();
      server = listener;
    } catch (IOException e) {
      throw new UncheckedIOException("The port for watchers cannot be opened", e);
    }
  }

  /** The port that it listens to; 0 where it does not. */
  public int port() {
    HttpServer listener = server;
    return listener == null ? 0 : listener.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Answer answer(HttpExchange exchange) {
    Predicate<String> header = exchange.getRequestHeaders()::containsKey;
    if (ProxySigns.mark(exchange.getProtocol(), header)) {
      return Answer.plain(403, "not through a proxy\n");
    }
    if (OF_BROWSERS.stream().anyMatch(header)) {
      return Answer.plain(403, "not for browsers\n");
    }
    if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      return Answer.plain(405, "read only\n");
    }
    return switch (exchange.getRequestURI().getPath()) {
      case "/live" -> Answer.plain(200, "live\n");
      case "/ready" -> ready();
      case "/metrics" ->
          new Answer(200, "text/plain; version=0.0.4; charset=utf-8", meters.scrape());
      default -> Answer.plain(404, "/live, /ready, /metrics\n");
    };
  }

  private Answer ready() {
    Readiness.Answer answer = readiness.answer();
    return Answer.plain(answer.ready() ? 200 : 503, answer.text());
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  @Override
  public void stop() {
    HttpServer listener = server;
    server = null;
    if (listener != null) {
      listener.stop(0);
      threads.shutdown();
    }
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }
}
