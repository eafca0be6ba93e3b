package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Somebody signed in asked for something by its id that is not there, or not for them: a row
 * without the id and without a child, at most one a minute and person. It stands before the door,
 * so that it sees also what the door refuses; absent and forbidden leave the same row.
 */
@Component
final class Misses implements HandlerInterceptor {
  private final Database database;
  private final Trace trace;
  private final OnceAMinute once;

  Misses(Database database, Trace trace, Clock clock) {
    this.database = database;
    this.trace = trace;
    this.once = new OnceAMinute(clock);
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    Actor actor = Door.actor(request);
    if (response.getStatus() == HttpServletResponse.SC_NOT_FOUND
        && handler instanceof HandlerMethod method
        && namesSomething(request)
        && actor.id().isPresent()
        && once.first(actor.id().get())) {
      String word = "staff.missed " + method.getBeanType().getSimpleName();
      database.run(actor, tx -> trace.write(tx, Entry.of(Action.MISSED).about(word)));
    }
  }

  private static boolean namesSomething(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> named
        && !named.isEmpty();
  }
}
