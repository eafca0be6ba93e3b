package jp.tsunagi.people.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether something is the first of its kind in a minute: what somebody repeats on purpose must not
 * fill the trace or the log. It remembers the latest few thousand alone.
 */
final class OnceAMinute {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int REMEMBERED = 5_000;

  private final Clock clock;
  private final Map<Object, Instant> last =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  OnceAMinute(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean first(Object kind) {
    Instant now = clock.instant();
    Instant before = last.get(kind);
    if (before != null && now.isBefore(before.plus(MINUTE)) && !now.isBefore(before)) {
      return false;
    }
    last.remove(kind);
    last.put(kind, now);
    return true;
  }
}
