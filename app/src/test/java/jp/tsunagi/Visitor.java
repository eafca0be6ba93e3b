package jp.tsunagi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Somebody in front of a screen, without the screen: keeps cookies as a browser does, sends the
 * token of the last page with every form, follows the way a form leads to.
 */
public final class Visitor {
  private static final Pattern TOKEN =
      Pattern.compile("<meta name=\"request-token\"[^>]* content=\"([^\"]+)\"");

  private final String root;
  private final HttpClient client;
  private final Statements statements;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String token = "";

  Visitor(String root, String from, Statements statements) {
    this(root, client(from), statements);
  }

  private Visitor(String root, HttpClient client, Statements statements) {
    this.root = root;
    this.client = client;
    this.statements = statements;
  }

  private static HttpClient client(String from) {
    try {
      return HttpClient.newBuilder().localAddress(InetAddress.getByName(from)).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a header with every request from now on. */
  public Visitor header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /**
   * An answer, after all redirects.
   *
   * @param path where it was found in the end, with its query
   * @param statements what the last request asked of the database; the first two of somebody signed
   *     in are the door's: session and actor
   */
  public record Reply(
      int status,
      String path,
      byte[] bytes,
      HttpResponse<byte[]> response,
      List<String> statements) {
    /** The body as text. */
    public String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The body as one reads it aloud: without the readings that hang above its kanji. */
    public String text() {
      return body().replaceAll("<rt>[^<]*</rt>|</?ruby>", "");
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** Fails unless the answer has that status; for chaining. */
    public Reply is(int expected) {
      assertThat(status).as(() -> path + "\n" + body()).isEqualTo(expected);
      return this;
    }
  }

  /** Signs in with the password of all test people and fails unless that works. */
  public Visitor signIn(TestTown.Worker worker) {
    return signIn(worker.login());
  }

  /** Signs in with the password of all test people and fails unless that works. */
  public Visitor signIn(String login) {
    signIn(login, TestTown.PASSWORD);
    assertThat(cookies).as("signed in as " + login).containsKey("__Host-tsunagi");
    return this;
  }

  /** Tries to sign in. */
  public Reply signIn(String login, String password) {
    get("/sign-in");
    return post("/sign-in", "login", login, "password", password);
  }

  public Reply get(String path) {
    return follow(request(path).GET());
  }

  /** The same browser as it is now, its cookies kept by somebody. */
  public Visitor copy() {
    Visitor copy = new Visitor(root, client, statements);
    copy.cookies.putAll(cookies);
    copy.headers.putAll(headers);
    copy.token = token;
    return copy;
  }

  /** Sends a form: names and values in turn. */
  public Reply post(String path, String... namesAndValues) {
    return postWith(token(), path, namesAndValues);
  }

  /** Sends a form of a page that stood open: with the token that it had. */
  public Reply postWith(String token, String path, String... namesAndValues) {
    String form = encoded(token, namesAndValues);
    return follow(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** Sends a form with a file: its field, its name, its bytes, then names and values in turn. */
  public Reply upload(
      String path, String field, String fileName, byte[] file, String... namesAndValues) {
    String boundary = "part-" + UUID.randomUUID();
    return follow(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    multipart(boundary, field, fileName, file, namesAndValues))));
  }

  private static String encoded(String token, String... namesAndValues) {
    String fields =
        IntStream.range(0, namesAndValues.length / 2)
            .mapToObj(i -> url(namesAndValues[2 * i]) + "=" + url(namesAndValues[2 * i + 1]))
            .collect(Collectors.joining("&"));
    return fields + "&_csrf=" + url(token);
  }

  private byte[] multipart(
      String boundary, String field, String fileName, byte[] file, String... namesAndValues) {
    StringBuilder head = new StringBuilder();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      part(head, boundary, "name=\"" + namesAndValues[i] + "\"", namesAndValues[i + 1]);
    }
    part(head, boundary, "name=\"_csrf\"", token());
    head.append(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
            .formatted(boundary, field, fileName));
    var body = new ByteArrayOutputStream();
    body.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static void part(StringBuilder head, String boundary, String name, String value) {
    head.append(
        "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
            .formatted(boundary, name, value));
  }

  /** The token of the last page that had one. */
  public String token() {
    if (token.isEmpty()) {
      get("/sign-in");
    }
    return token;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path));
  }

  private Reply follow(HttpRequest.Builder request) {
    HttpResponse<byte[]> response = send(request);
    for (int hops = 0; onward(response).isPresent() && hops < 5; hops++) {
      response = send(HttpRequest.newBuilder(onward(response).get()).GET());
    }
    String name = response.request().headers().firstValue(Statements.HEADER).orElseThrow();
    return reply(response, statements.take(name));
  }

  /** Where a browser goes on by itself: a redirect, or a page that leads on at once. */
  private static Optional<URI> onward(HttpResponse<?> response) {
    Optional<String> target =
        response.statusCode() / 100 == 3
            ? response.headers().firstValue("Location")
            : response.headers().firstValue("Refresh").map(it -> it.replace("0; url=", ""));
    return target.map(response.uri()::resolve);
  }

  private Reply reply(HttpResponse<byte[]> response, List<String> asked) {
    URI uri = response.uri();
    String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    Reply reply = new Reply(response.statusCode(), path, response.body(), response, asked);
    var found = TOKEN.matcher(reply.body());
    if (found.find()) {
      token = found.group(1);
    }
    return reply;
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    request.header(Statements.HEADER, UUID.randomUUID().toString());
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String setCookie) {
    String[] pair = setCookie.split(";", 2)[0].split("=", 2);
    if (pair[1].isEmpty() || setCookie.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  private static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
