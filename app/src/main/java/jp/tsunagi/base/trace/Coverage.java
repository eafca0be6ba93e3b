package jp.tsunagi.base.trace;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the request under way has traced so far. A route that states a row and leaves none is
 * stopped before anything is sent.
 */
public final class Coverage {
  private static final ThreadLocal<Set<Action>> TRACED = new ThreadLocal<>();

  private Coverage() {}

  /** A request begins. */
  public static void begin() {
    TRACED.set(EnumSet.noneOf(Action.class));
  }

  static void note(Action action) {
    Set<Action> traced = TRACED.get();
    if (traced != null) {
      traced.add(action);
    }
  }

  /** Whether the request has left the row its route states. */
  public static boolean holds(Action stated) {
    Set<Action> traced = TRACED.get();
    return stated == Action.NONE || (traced != null && traced.contains(stated));
  }

  /** The request is over. */
  public static void end() {
    TRACED.remove();
  }
}
