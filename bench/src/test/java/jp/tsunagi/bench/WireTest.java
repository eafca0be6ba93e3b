package jp.tsunagi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a server of a few lines that says what a test needs. */
class WireTest {
  private static final String PAGE =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";

  private final ServerSocket socket = open();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile String answer = PAGE;
  private volatile boolean closing;
  private volatile int pause;

  WireTest() {
    Thread.ofVirtual().start(this::accept);
  }

  private static ServerSocket open() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket one = socket.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(one));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket one) {
    try (one) {
      byte[] buffer = new byte[8192];
      while (one.getInputStream().read(buffer) > 0) {
        Thread.sleep(pause);
        one.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        if (closing) {
          return;
        }
      }
    } catch (IOException | InterruptedException gone) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer asked(Wire wire) {
    return wire.send(Ask.page("/").bytes("here", "", ""));
  }

  @Test
  void keepsItsConnection() {
    try (Wire wire = new Wire(socket.getLocalPort())) {
      assertThat(asked(wire).text()).isEqualTo("hello");
      assertThat(asked(wire).header("content-type")).contains("text/plain");
      assertThat(connections).hasValue(1);
    }
  }

  @Test
  void opensItAgainWhenTheServerHasClosedIt() throws InterruptedException {
    closing = true;
    try (Wire wire = new Wire(socket.getLocalPort())) {
      asked(wire);
      Thread.sleep(50);
      assertThat(asked(wire).text()).isEqualTo("hello");
      assertThat(connections).hasValue(2);
    }
  }

  @Test
  void putsChunksTogether() {
    answer =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";
    try (Wire wire = new Wire(socket.getLocalPort())) {
      assertThat(asked(wire).text()).isEqualTo("hello");
      assertThat(asked(wire).status()).isEqualTo(200);
    }
  }

  private static Operation operation(int port, boolean once, int many, int rate) {
    Turn turn = new Turn(Visitor.atTheDoor(port), Ask.page("/"));
    return new Operation("test", rate, 200, once, java.util.Collections.nCopies(many, turn));
  }

  @Test
  void whatHadToWaitForOthersCountsFromWhenItWasDue() {
    pause = 100;
    // one turn alone: one after the other, 100 ms each, 50 a second asked for
    Load load = new Load(socket.getLocalPort(), operation(socket.getLocalPort(), false, 1, 50));
    Load.Outcome outcome = load.atRate(50, Duration.ofSeconds(1));
    assertThat(outcome.asked()).isEqualTo(50);
    assertThat(outcome.failed()).isZero();
    assertThat(outcome.latencies().length).isBetween(10, 49);
    assertThat(Percentiles.of(outcome.latencies()).p50()).isGreaterThan(500);
  }

  @Test
  void whatCanBeDoneOnceIsDoneOnce() {
    Load load = new Load(socket.getLocalPort(), operation(socket.getLocalPort(), true, 12, 1000));
    assertThat(load.closed(2, Duration.ofSeconds(5)).latencies()).hasSize(3);
    assertThat(load.some(4)).hasSize(4);
    assertThat(load.atRate(1000, Duration.ofSeconds(1)).latencies()).hasSizeBetween(1, 9);
  }

  @Test
  void anotherStatusIsAFailure() {
    answer = PAGE.replace("200 OK", "503 Busy");
    Load load = new Load(socket.getLocalPort(), operation(socket.getLocalPort(), false, 1, 10));
    Load.Outcome outcome = load.atRate(10, Duration.ofSeconds(1));
    assertThat(outcome.failed()).isEqualTo(outcome.latencies().length).isEqualTo(10);
  }

  @Test
  void formsAreEncodedAndBearTheToken() {
    String request =
        new String(
            Ask.form("/a", "q", "\u3042 &", "r", "").whileTyping().bytes("h:1", "c=d", "t~m"),
            StandardCharsets.UTF_8);
    assertThat(request)
        .startsWith("POST /a HTTP/1.1\r\nHost: h:1\r\nCookie: c=d\r\nHX-Request: true\r\n")
        .endsWith("\r\n\r\nq=%E3%81%82+%26&r=&_csrf=t%7Em");
    assertThat(Ask.encoded(List.of("a", "1", "b", "2"))).isEqualTo("a=1&b=2");
  }
}
