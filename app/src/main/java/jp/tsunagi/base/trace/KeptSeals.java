package jp.tsunagi.base.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.base.database.TenantId;

/** Seals kept outside the database, read from the lines that {@link SealOutlet} was given. */
public final class KeptSeals {
  private static final Pattern LINE =
      Pattern.compile(
          "\"tenant\":(\\d+),\"seal\":(\\d+),.*\"to\":(\\d+),.*\"hash\":\"([0-9a-f]{64})\"");

  private final Map<TenantId, Map<Place, String>> seals = new HashMap<>();

  /**
   * Where a seal stands. After a restore numbers are given again, in another life of the database.
   *
   * @param incarnation the life of the database in which it was made, from 1
   * @param number of the seal
   */
  public record Place(int incarnation, long number) {}

  /** Lines that hold no seal (a syslog server's own) are passed over. */
  public KeptSeals(List<String> lines) {
    for (String line : lines) {
      Matcher seal = LINE.matcher(line);
      if (seal.find()) {
        seals
            .computeIfAbsent(new TenantId(Integer.valueOf(seal.group(1))), t -> new HashMap<>())
            .put(
                new Place(
                    Seal.incarnation(Long.parseLong(seal.group(3))), Long.parseLong(seal.group(2))),
                seal.group(4));
      }
    }
  }

  /**
   * Those in files.
   *
   * @throws UncheckedIOException when one of them cannot be read
   */
  public static KeptSeals in(List<Path> files) {
    return new KeptSeals(files.stream().flatMap(file -> lines(file).stream()).toList());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** Their hashes by their places. */
  public Map<Place, String> of(TenantId tenant) {
    return seals.getOrDefault(tenant, Map.of());
  }

  /** The latest life of the database that is known of outside; 0 when none is. */
  public int latestIncarnation() {
    return seals.values().stream()
        .flatMap(each -> each.keySet().stream())
        .mapToInt(Place::incarnation)
        .max()
        .orElse(0);
  }

  /** How many of a municipality are newer than the given number, in that life or a later one. */
  public long after(TenantId tenant, int incarnation, long number) {
    return of(tenant).keySet().stream()
        .filter(place -> place.incarnation() >= incarnation && place.number() > number)
        .count();
  }
}
