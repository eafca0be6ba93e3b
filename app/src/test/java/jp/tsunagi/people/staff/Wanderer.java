package jp.tsunagi.people.staff;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser that goes one step at a time, so that a test can stand between us and the provider. */
final class Wanderer {
  private final HttpClient client;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  Wanderer(String from) throws IOException {
    client =
        HttpClient.newBuilder()
            .localAddress(InetAddress.getByName(from))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address));
  }

  /** Sends a form. */
  HttpResponse<String> post(URI address, String form) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    request.header("X-Statements", "none");
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(one -> one.getKey() + "=" + one.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    answer.headers().allValues("Set-Cookie").forEach(this::keep);
    return answer;
  }

  private void keep(String cookie) {
    String[] pair = cookie.split(";", 2)[0].split("=", 2);
    cookies.put(pair[0], pair[1]);
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  void keep(String name, String value) {
    cookies.put(name, value);
  }

  /** What the page says, without the readings above its kanji. */
  static String text(HttpResponse<String> answer) {
    return answer.body().replaceAll("<rt>[^<]*</rt>|</?ruby>", "");
  }

  static URI onward(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .or(() -> answer.headers().firstValue("Refresh").map(it -> it.replace("0; url=", "")))
        .map(answer.uri()::resolve)
        .orElseThrow();
  }
}
