package jp.tsunagi.run.monitor;

import java.util.List;

/** Headers by which it is known that somebody else passed a request on. */
public final class ProxySigns {
  /** Any of them is enough. */
  public static final List<String> HEADERS =
      List.of(
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP",
          "Forwarded",
          "Via");

  private ProxySigns() {}
}
