package jp.tsunagi.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One connection to the program, kept open: sends the bytes of a request and reads the answer. It
 * does as little as can be done, since it runs on the processors that it measures.
 */
final class Wire implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BUFFER = 64 * 1024;

  private final int port;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int until;
  private Socket socket;

  Wire(int port) {
    this.port = port;
    this.socket = new Socket();
  }

  /**
   * Sends a request and waits for its answer. A connection that the server has closed in between is
   * opened again.
   *
   * @throws UncheckedIOException when the program does not answer, or not in HTTP
   */
  Answer send(byte[] request) {
    try {
      if (!socket.isConnected() || socket.isClosed()) {
        open();
        return exchange(request);
      }
      try {
        return exchange(request);
      } catch (Closed beforeAnswering) {
        open();
        return exchange(request);
      }
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    }
  }

  private void open() throws IOException {
    close();
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
    from = 0;
    until = 0;
  }

  private static final class Closed extends IOException {
    private static final long serialVersionUID = 1;
  }

  private Answer exchange(byte[] request) throws IOException {
    try {
      socket.getOutputStream().write(request);
    } catch (IOException e) {
      throw new Closed();
    }
    String head = head();
    int status = Integer.parseInt(head.substring(9, 12));
    byte[] body = body(head, status);
    if (field(head, "connection").equalsIgnoreCase("close")) {
      close();
    }
    return new Answer(status, head, body);
  }

  private String head() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int last = 0;
    boolean first = true;
    while (true) {
      int next = first ? firstByte() : read();
      first = false;
      if (next != '\r') {
        line.write(next);
        if (next == '\n' && last == '\n') {
          return line.toString(StandardCharsets.ISO_8859_1);
        }
        last = next;
      }
    }
  }

  private int firstByte() throws IOException {
    if (from == until && !fill()) {
      throw new Closed();
    }
    return buffer[from++] & 0xff;
  }

  private byte[] body(String head, int status) throws IOException {
    if (status == 204 || status == 304) {
      return new byte[0];
    }
    if (field(head, "transfer-encoding").equalsIgnoreCase("chunked")) {
      return chunks();
    }
    String length = field(head, "content-length");
    return exactly(length.isEmpty() ? 0 : Integer.parseInt(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
      whole.writeBytes(exactly(size));
      line();
      if (size == 0) {
        return whole.toByteArray();
      }
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = read(); next != '\n'; next = read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = new byte[length];
    int done = 0;
    while (done < length) {
      if (from == until && !fill()) {
        throw new EOFException();
      }
      int some = Math.min(until - from, length - done);
      System.arraycopy(buffer, from, bytes, done, some);
      from += some;
      done += some;
    }
    return bytes;
  }

  private int read() throws IOException {
    if (from == until && !fill()) {
      throw new EOFException();
    }
    return buffer[from++] & 0xff;
  }

  private boolean fill() throws IOException {
    InputStream in = socket.getInputStream();
    from = 0;
    until = Math.max(0, in.read(buffer));
    return until > 0;
  }

  private static String field(String head, String name) {
    String lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("\n" + name + ":");
    if (at < 0) {
      return "";
    }
    int start = at + name.length() + 2;
    return head.substring(start, head.indexOf('\n', start)).strip();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      Words.complain("socket: " + alreadyGone.getMessage());
    }
  }
}
