package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Held;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Whoever sees a child by a ground in law or in an emergency alone reads, prints within the right,
 * and changes nothing (docs/access.md): every route about a child that states a change is closed,
 * but keeping oneself away.
 */
@Component
class Onlookers {
  private static final Set<String> OPEN = Set.of("/children/{child}/blocks");

  private final Database database;

  Onlookers(Database database) {
    this.database = database;
  }

  /** 404 when the request would change something that the actor only looks on. */
  void check(HttpServletRequest request, HandlerMethod method, Actor.Staff actor) {
    Traced traced = method.getMethodAnnotation(Traced.class);
    boolean changes =
        traced != null && Arrays.stream(traced.value()).anyMatch(Action::changesRecord);
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (!changes || pattern == null || OPEN.contains(pattern.toString())) {
      return;
    }
    child(request, pattern.toString())
        .ifPresent(child ->
            database.run(
                actor,
                tx -> {
                  if (Held.onlySeen(tx, actor, child)) {
                    throw new NotFound();
                  }
                }));
  }

  private static Optional<ChildId> child(HttpServletRequest request, String pattern) {
    if (!pattern.startsWith("/children/{")
        || !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables)) {
      return Optional.empty();
    }
    return Stream.of("child", "id")
        .filter(name -> pattern.startsWith("/children/{" + name + "}"))
        .flatMap(name -> Optional.ofNullable(variables.get(name)).stream())
        .map(Object::toString)
        .flatMap(text -> read(text).stream())
        .findFirst();
  }

  private static Optional<ChildId> read(String text) {
    try {
      return Optional.of(ChildId.of(text));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
