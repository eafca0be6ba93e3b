package jp.tsunagi.base.trace;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the request under way has traced so far, and what its route states. A route that states a
 * row and leaves none is stopped: before what it changed is committed, and before anything is sent.
 */
public final class Coverage {
  private static final ThreadLocal<Coverage> UNDER_WAY = new ThreadLocal<>();

  private final Set<Action> stated;
  private final boolean onlyTyped;
  private final Set<Action> traced = EnumSet.noneOf(Action.class);

  private Coverage(@Nullable Traced route) {
    stated = route == null ? Set.of() : Set.of(route.value());
    onlyTyped = route != null && route.onlyTyped();
  }

  /** A request begins, by a route that states this. */
  public static void begin(@Nullable Traced route) {
    UNDER_WAY.set(new Coverage(route));
  }

  static void note(Action action) {
    Coverage request = UNDER_WAY.get();
    if (request != null) {
      request.traced.add(action);
    }
  }

  /**
   * Whether what is about to be shown has its row.
   *
   * @param refused it is the page that says what was wrong with what was typed
   */
  public static boolean holds(boolean refused) {
    Coverage request = UNDER_WAY.get();
    return request != null && (refused ? request.refusalHolds() : request.holds());
  }

  private boolean holds() {
    return stated.contains(Action.NONE) || traced.stream().anyMatch(stated::contains);
  }

  private boolean refusalHolds() {
    return onlyTyped
        || stated.stream().noneMatch(Action::ofChildren) && !stated.isEmpty()
        || traced.stream().anyMatch(Action::shows);
  }

  /** Whether a change may be committed: outside a request, or with a row that states a change. */
  static boolean mayChange() {
    Coverage request = UNDER_WAY.get();
    if (request == null) {
      return true;
    }
    boolean views = request.stated.stream().allMatch(Action::shows);
    return request.traced.stream()
        .anyMatch(action -> request.stated.contains(action) && (views || !action.shows()));
  }

  /** The request is over. */
  public static void end() {
    UNDER_WAY.remove();
  }
}
