package jp.tsunagi.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody signed in, with the cookies of a browser and the token of its forms. Signed in as people
 * do: by the page, with login and password.
 */
final class Visitor implements AutoCloseable {
  private static final Pattern TOKEN =
      Pattern.compile("<meta name=\"request-token\"[^>]* content=\"([^\"]+)\"");
  private static final int MOST_HOPS = 5;
  private static final String SESSION = "__Host-tsunagi";

  private final int port;
  private final String login;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final ReentrantLock turn = new ReentrantLock();
  private final Wire wire;
  private String token = "";

  private Visitor(int port, String login) {
    this.port = port;
    this.login = login;
    this.wire = new Wire(port);
  }

  /** Nobody yet. */
  static Visitor atTheDoor(int port) {
    return new Visitor(port, "");
  }

  /**
   * Signs in.
   *
   * @throws BenchRefused when the program does not let that login in
   */
  static Visitor signedIn(int port, String login, String password) {
    Visitor visitor = new Visitor(port, login);
    visitor.send(Ask.page("/sign-in"));
    Answer answer = visitor.send(Ask.form("/sign-in", "login", login, "password", password));
    if (answer.status() != 303 || !visitor.cookies.containsKey(SESSION)) {
      throw new BenchRefused("signin", login, Integer.toString(answer.status()));
    }
    // the pages of somebody signed in bear a token of their own
    for (int hops = 0; answer.status() == 303 && hops < MOST_HOPS; hops++) {
      answer = visitor.send(Ask.page(answer.header("Location").orElse("/")));
    }
    return visitor;
  }

  String login() {
    return login;
  }

  String token() {
    return token;
  }

  /** The request as this browser sends it. */
  byte[] bytes(Ask ask) {
    return ask.bytes("127.0.0.1:" + port, cookieLine(), token);
  }

  String cookieLine() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Sends it over this browser's own connection and keeps what the answer leaves behind. */
  Answer send(Ask ask) {
    turn.lock();
    try {
      Answer answer = wire.send(bytes(ask));
      answer.headers("Set-Cookie").forEach(this::keep);
      if (answer.header("Content-Type").filter(type -> type.startsWith("text/html")).isPresent()) {
        Matcher found = TOKEN.matcher(answer.text());
        if (found.find()) {
          token = found.group(1);
        }
      }
      return answer;
    } finally {
      turn.unlock();
    }
  }

  private void keep(String line) {
    String[] pair = line.split(";", 2)[0].split("=", 2);
    if (pair.length < 2 || pair[1].isEmpty() || line.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  @Override
  public void close() {
    wire.close();
  }
}
