package jp.tsunagi.base.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.base.database.TenantId;

/** Seals kept outside the database, read from the lines that {@link SealOutlet} was given. */
public final class KeptSeals {
  private static final Pattern LINE =
      Pattern.compile("\"tenant\":(\\d+),\"seal\":(\\d+),.*\"hash\":\"([0-9a-f]{64})\"");

  private final Map<TenantId, Map<Long, String>> seals = new HashMap<>();

  /** Lines that hold no seal (a syslog server's own) are passed over. */
  public KeptSeals(List<String> lines) {
    for (String line : lines) {
      Matcher seal = LINE.matcher(line);
      if (seal.find()) {
        seals
            .computeIfAbsent(new TenantId(Integer.valueOf(seal.group(1))), t -> new HashMap<>())
            .put(Long.valueOf(seal.group(2)), seal.group(3));
      }
    }
  }

  /** Their hashes by number. */
  public Map<Long, String> of(TenantId tenant) {
    return seals.getOrDefault(tenant, Map.of());
  }
}
