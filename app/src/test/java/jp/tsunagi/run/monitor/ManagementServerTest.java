package jp.tsunagi.run.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jp.tsunagi.TestProgram;
import jp.tsunagi.base.database.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

/** What the port for watchers tells, and to whom. */
class ManagementServerTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TestProgram program;

  @BeforeAll
  static void start() {
    program =
        TestProgram.start(
            beans -> beans.registerBean(ManagementServer.class, () -> server(beans, 0)));
    program.newTown();
  }

  @AfterAll
  static void stop() {
    program.close();
    CLIENT.close();
  }

  private static ManagementServer server(GenericApplicationContext beans, int port) {
    return new ManagementServer(
        new InetSocketAddress("127.0.0.1", port),
        beans.getBean(Readiness.class),
        beans.getBean(PrometheusMeterRegistry.class));
  }

  private static HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  /** As nginx asks by itself: an older HTTP, and no header of its own. */
  private static String asBareProxy(String path) {
    int port = program.bean(ManagementServer.class).port();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request = "GET " + path + " HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }

  private static HttpResponse<String> send(String method, String path, String... headers) {
    int port = program.bean(ManagementServer.class).port();
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }

  private static void database(String... statements) throws SQLException {
    try (var connection = TestServer.superuser(program.address());
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The answer as it is when it has become that, or after a while. */
  private static HttpResponse<String> ready(int status) {
    HttpResponse<String> answer = get("/ready");
    for (int times = 0; answer.statusCode() != status && times < 200; times++) {
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
      answer = get("/ready");
    }
    return answer;
  }

  @Test
  void tellsThatItLivesAndIsReady() {
    assertThat(get("/live").statusCode()).isEqualTo(200);
    var ready = ready(200);
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).isEqualTo("ready\nrunning yes\ndatabase yes\nschema yes\ntrace yes\n");
    assertThat(program.visitor().get("/health").is(200).body()).startsWith("ok\n");
    assertThat(get("/metrics").body()).contains("tsunagi_http_seconds_bucket", "jvm_memory_used");
    assertThat(send("HEAD", "/metrics").body()).isEmpty();
  }

  @Test
  void tellsNothingThroughAProxyAndTakesNothing() {
    for (String sign : ProxySigns.HEADERS) {
      assertThat(get("/metrics", sign, "192.0.2.7").statusCode()).as(sign).isEqualTo(403);
    }
    for (String header : List.of("Sec-Fetch-Site", "Referer", "Cookie")) {
      assertThat(get("/metrics", header, "a page elsewhere").statusCode())
          .as(header)
          .isEqualTo(403);
    }
    assertThat(asBareProxy("/metrics")).startsWith("HTTP/1.1 403");
    assertThat(send("POST", "/ready").statusCode()).isEqualTo(405);
    assertThat(get("/").statusCode()).isEqualTo(404);
    assertThat(get("/sign-in").statusCode()).isEqualTo(404);
    assertThat(program.visitor().get("/metrics").status())
        .as("nor is it at the port that people reach")
        .isNotEqualTo(200);
  }

  @Test
  void isNotReadyWhileTheTraceCannotBeWritten() throws SQLException {
    database("revoke insert on audit_event from tsunagi_application");
    try {
      var answer = ready(503);
      assertThat(answer.body()).contains("not ready\n", "database yes", "trace no");
      assertThat(program.visitor().get("/health").is(503).body()).isEqualTo("not ready\n");
    } finally {
      database("grant insert on audit_event to tsunagi_application");
    }
    assertThat(ready(200).statusCode()).isEqualTo(200);
    var town = program.newTown();
    assertThat(town.trace()).as("what is tried leaves nothing").isEmpty();
  }

  @Test
  void isNotReadyOnAnOlderSchema() throws SQLException {
    ready(200);
    database(
        "create table kept as select schema_version as v from infra.installation",
        "update infra.installation set schema_version = '202611290000'");
    try {
      assertThat(ready(503).body()).contains("database yes", "schema no");
    } finally {
      database(
          "update infra.installation set schema_version = (select v from kept)", "drop table kept");
    }
    assertThat(ready(200).statusCode()).isEqualTo(200);
  }

  @Test
  void isNotReadyWithoutADatabaseAndSaysSoInTime() throws SQLException {
    String name = program.address().url().replaceAll(".*/", "");
    database(
        "revoke connect on database " + name + " from public",
        "revoke connect on database " + name + " from tsunagi_application",
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
            + name
            + "' and usename = 'tsunagi_application'");
    try {
      long begun = System.nanoTime();
      assertThat(ready(503).body()).contains("database no");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
      assertThat(get("/live").statusCode()).isEqualTo(200);
    } finally {
      database("grant connect on database " + name + " to public");
    }
    assertThat(ready(200).statusCode()).isEqualTo(200);
  }

  @Test
  void isNotReadyFromTheMomentItStops() {
    try (TestProgram other =
        TestProgram.start(
            beans -> beans.registerBean(ManagementServer.class, () -> server(beans, 0)))) {
      Readiness readiness = other.bean(Readiness.class);
      assertThat(readiness.answer().ready()).isTrue();
      readiness.stop();
      assertThat(readiness.answer().ready()).isFalse();
      other.visitor().get("/sign-in").is(200);
      other.visitor().get("/health").is(503);
    }
  }
}
