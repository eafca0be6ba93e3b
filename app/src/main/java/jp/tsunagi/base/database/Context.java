package jp.tsunagi.base.database;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings that row level security reads, in one round trip, from typed values only. */
final class Context {
  private static final Pattern TYPED = Pattern.compile("[A-Za-z0-9_,{}:-]*");

  /**
   * No child is open ({@code open_child}): what was asked for another actor, or before a change.
   */
  static final String NO_CHILD = set("child", "");

  private Context() {}

  static String of(Scope scope, Instant now) {
    return set("tenant", scope.tenantId().map(TenantId::toString).orElse(""))
        + set("actor_kind", scope.kind())
        + set("actor", scope.id().map(Object::toString).orElse(""))
        + set("assignments", array(scope.assignments()))
        + set("organisations", array(scope.organisations()))
        + set("today", now.atZone(ActingClock.JAPAN).toLocalDate().toString())
        + NO_CHILD;
  }

  private static String array(List<? extends Id> ids) {
    return ids.stream().map(id -> id.value().toString()).collect(Collectors.joining(",", "{", "}"));
  }

  private static String set(String name, String value) {
    if (!TYPED.matcher(value).matches()) {
      throw new IllegalArgumentException("not a typed value: " + name);
    }
    return "set local app." + name + " = '" + value + "';";
  }
}
