package jp.tsunagi.bench;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids that a request made are made anew each time its statements run again: a row with the old one
 * is there already. They are UUIDs of version 7, which say in which millisecond they were made;
 * what was made since the recording began, the request made.
 */
final class FreshIds {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private final long since;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, String> anew = new HashMap<>();

  FreshIds(Instant since) {
    this.since = since.toEpochMilli();
  }

  /** From here on it is another time. */
  void again() {
    anew.clear();
  }

  /** The value with the ids of this time in it. */
  @Nullable String in(@Nullable String value) {
    if (value == null || value.length() < 36) {
      return value;
    }
    return ID.matcher(value)
        .replaceAll(found ->
            made(found.group()) >= since
                ? anew.computeIfAbsent(found.group(), _ -> fresh(made(found.group())))
                : found.group());
  }

  private static long made(String id) {
    return UUID.fromString(id).getMostSignificantBits() >>> 16;
  }

  private String fresh(long millis) {
    long high = millis << 16 | 0x7000 | random.nextInt(0x1000);
    long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
