package jp.tsunagi.base.ui;

/** A step on a sheet's way. */
public record Step(String text, State state) {
  /** Behind, here, ahead. */
  public enum State {
    DONE,
    NOW,
    AHEAD
  }
}
