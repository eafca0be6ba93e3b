package jp.tsunagi.base.access;

/** What is asked for is not there, or not for this actor: both look the same (404, same body). */
public final class NotFound extends RuntimeException {
  public NotFound() {
    super("not found", null, false, false);
  }
}
