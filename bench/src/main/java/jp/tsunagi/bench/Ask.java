package jp.tsunagi.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A request that somebody signed in makes, but for the cookies and the token of the forms.
 *
 * @param form names and values in turn; null for a page that is only asked for
 * @param headers further lines, each whole
 */
record Ask(
    String path, @org.jspecify.annotations.Nullable List<String> form, List<String> headers) {
  private static final String HTMX = "HX-Request: true";
  private static final String AUTOSAVE = "X-Requested-With: autosave";
  private static final String COMPRESSED = "Accept-Encoding: gzip";

  static Ask page(String path) {
    return new Ask(path, null, List.of());
  }

  static Ask form(String path, String... namesAndValues) {
    return new Ask(path, List.of(namesAndValues), List.of());
  }

  /** As a browser asks, which can read what is compressed. */
  Ask compressed() {
    return new Ask(path, form, List.of(COMPRESSED));
  }

  /** As the script of the search field asks, while one types. */
  Ask whileTyping() {
    return new Ask(path, form, List.of(HTMX));
  }

  /** As the script of a writing screen asks, after a pause. */
  Ask autosave() {
    return new Ask(path, form, List.of(AUTOSAVE));
  }

  /** The whole request as it is sent. */
  byte[] bytes(String host, String cookies, String token) {
    StringBuilder head = new StringBuilder(400);
    head.append(form == null ? "GET " : "POST ").append(path).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(host).append("\r\n");
    if (!cookies.isEmpty()) {
      head.append("Cookie: ").append(cookies).append("\r\n");
    }
    headers.forEach(line -> head.append(line).append("\r\n"));
    if (form == null) {
      return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
    String body = encoded(form) + (form.isEmpty() ? "" : "&") + "_csrf=" + url(token);
    head.append("Content-Type: application/x-www-form-urlencoded\r\n");
    head.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
    return head.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** As the body of a form. */
  static String encoded(List<String> namesAndValues) {
    return IntStream.range(0, namesAndValues.size() / 2)
        .mapToObj(i -> url(namesAndValues.get(2 * i)) + "=" + url(namesAndValues.get(2 * i + 1)))
        .collect(Collectors.joining("&"));
  }

  private static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
