package jp.tsunagi.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param head the lines before the body, as they came
 * @param body as it came: compressed, if it was
 */
record Answer(int status, String head, byte[] body) {
  /** The values of a header, in their order. */
  List<String> headers(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return head.lines()
        .skip(1)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .toList();
  }

  Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
