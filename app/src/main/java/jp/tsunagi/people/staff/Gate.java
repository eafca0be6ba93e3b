package jp.tsunagi.people.staff;

import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import org.springframework.web.method.HandlerMethod;

/** Something that must have happened before a route is entered by staff. */
public interface Gate {
  /** Where the request goes instead, a path of ours; empty when it goes on. */
  Optional<String> instead(Actor.Staff staff, Route route);

  /**
   * The route that is about to be entered.
   *
   * @param actions that it states
   * @param path as it was asked for, without a query
   */
  record Route(Set<Action> actions, String path) {
    static Route of(HandlerMethod method, String path) {
      var traced = method.getMethodAnnotation(Traced.class);
      return new Route(traced == null ? Set.of() : Set.of(traced.value()), path);
    }
  }
}
