package jp.tsunagi.run.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program as a process of its own, asked to stop while somebody waits for an answer. */
class StoppingTest {
  private static final String BODY = "login=nobody&password=wrong";

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void nothingIsLeft() {
    started.forEach(Process::destroyForcibly);
  }

  private record Running(Process process, int port, int management) {
    int ready() {
      return status(management, "/ready");
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static int status(int port, String path) {
    try {
      var connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
      connection.setConnectTimeout(2_000);
      connection.setReadTimeout(10_000);
      return connection.getResponseCode();
    } catch (IOException gone) {
      return 0;
    }
  }

  private Running start(String... more) throws IOException {
    int port = free();
    int management = free();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(List.of(Commands.class.getName(), "serve"));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    command.addAll(List.of("--port", String.valueOf(port)));
    command.addAll(List.of("--management-port", String.valueOf(management)));
    command.addAll(List.of("--log", "json"));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    started.add(process);
    Running running = new Running(process, port, management);
    await(() -> running.ready() == 200 || !process.isAlive());
    assertThat(process.isAlive()).as(log()).isTrue();
    return running;
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private static void await(BooleanSupplier what) {
    long until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!what.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(until);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /** A form of which the end is still to come: the program waits in the middle of the request. */
  private static Socket halfSent(Running running) throws IOException {
    Socket socket = new Socket("127.0.0.1", running.port());
    String head =
        "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + BODY.length()
            + "\r\n\r\n";
    send(socket, head + BODY.substring(0, 5));
    LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private boolean databaseRuns() {
    return Files.exists(folder.resolve("data/postgres/cluster/postmaster.pid"));
  }

  @Test
  void whoWaitsForAnAnswerGetsItAndTheDatabaseGoesLast() throws Exception {
    Running running = start("--stop-notice", "1", "--stop-limit", "20");
    try (Socket slow = halfSent(running)) {
      running.process().destroy();
      await(() -> running.ready() == 503);
      assertThat(status(running.port(), "/sign-in")).as("while it gives notice").isEqualTo(200);
      await(() -> status(running.port(), "/sign-in") == 0);
      assertThat(running.process().isAlive()).isTrue();
      assertThat(running.ready()).as("no until the end").isEqualTo(503);
      assertThat(databaseRuns()).isTrue();
      send(slow, BODY.substring(5));
      try (var reader =
          new BufferedReader(
              new InputStreamReader(slow.getInputStream(), StandardCharsets.UTF_8))) {
        List<String> answer = reader.lines().toList();
        assertThat(answer.getFirst()).contains("403");
        assertThat(answer).as("whole").contains("</html>");
      }
    }
    assertThat(running.process().waitFor(20, TimeUnit.SECONDS)).as(log()).isTrue();
    assertThat(databaseRuns()).isFalse();
    assertThat(log().lines()).as("nothing failed on the way").noneMatch(it -> it.contains("ERROR"));
    assertThat(log().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
  }

  @Test
  void whoNeverEndsIsNotWaitedForForever() throws Exception {
    Running running = start("--stop-limit", "2");
    try (Socket slow = halfSent(running)) {
      long begun = System.nanoTime();
      running.process().destroy();
      assertThat(running.process().waitFor(30, TimeUnit.SECONDS)).as(log()).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(15));
      assertThat(slow.isConnected()).isTrue();
    }
    assertThat(databaseRuns()).isFalse();
  }
}
