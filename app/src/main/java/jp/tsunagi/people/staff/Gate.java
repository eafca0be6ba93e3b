package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Something that must have happened before a route is entered by staff. */
public interface Gate {
  /** Where the request goes instead, a path of ours; empty when it goes on. */
  Optional<String> instead(Actor.Staff staff, Route route);

  /**
   * The route that is about to be entered.
   *
   * @param actions that it states
   * @param pattern e.g. {@code /sheets/{sheet}/print}
   * @param path the same with what stands for each name, ids as we write them: one path for one
   *     thing, however it was asked for
   * @param first what stands for the first name, where it is an id
   */
  record Route(Set<Action> actions, String pattern, String path, Optional<UUID> first) {
    static Route of(HttpServletRequest request, HandlerMethod method) {
      Traced traced = method.getMethodAnnotation(Traced.class);
      Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      String said = pattern == null ? "" : pattern.toString();
      String path = said;
      Optional<UUID> first = Optional.empty();
      if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
          instanceof Map<?, ?> values) {
        String name = said.replaceFirst("^[^{]*\\{([^}]+)}.*$", "$1");
        first = Optional.ofNullable(values.get(name)).flatMap(value -> id(value.toString()));
        for (Map.Entry<?, ?> one : values.entrySet()) {
          String value = String.valueOf(one.getValue());
          path =
              path.replace("{" + one.getKey() + "}", id(value).map(UUID::toString).orElse(value));
        }
      }
      return new Route(traced == null ? Set.of() : Set.of(traced.value()), said, path, first);
    }

    private static Optional<UUID> id(String text) {
      try {
        return Optional.of(UUID.fromString(text));
      } catch (IllegalArgumentException other) {
        return Optional.empty();
      }
    }
  }
}
