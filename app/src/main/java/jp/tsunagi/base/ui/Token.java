package jp.tsunagi.base.ui;

import org.jspecify.annotations.Nullable;

/**
 * The token against forged requests: as a form's parameter and as a request's header.
 *
 * @param person whose page it is; null where nobody is signed in
 */
public record Token(String parameter, String header, String value, @Nullable Person person) {
  /**
   * Whose page it is.
   *
   * @param mark letters from which nobody learns who
   * @param idle seconds without a request after which the session is over
   */
  public record Person(String mark, int idle) {}
}
