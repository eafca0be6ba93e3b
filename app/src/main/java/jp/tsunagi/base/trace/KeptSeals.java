package jp.tsunagi.base.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.database.TenantId;

/** Seals kept outside the database, read from the lines that {@link SealOutlet} was given. */
public final class KeptSeals {
  /** Numbers of at most 18 digits: what is longer is none of ours. */
  private static final Pattern LINE =
      Pattern.compile(
          "\"tenant\":(\\d{1,9}),\"seal\":(\\d{1,18}),\"from\":\\d{1,18},\"to\":(\\d{1,18}),"
              + "\"events\":(\\d{1,18}),(?:\"narrowing\":(\\d{1,18}),)?\"root\":\"[0-9a-f]{64}\","
              + "\"at\":\"([-0-9T:.]{1,40}Z)\",\"hash\":\"([0-9a-f]{64})\"");

  /** Nobody counted. */
  public static final long NOT_COUNTED = -1;

  private final Map<TenantId, Map<Place, Kept>> seals = new HashMap<>();

  /**
   * Where a seal stands. After a restore numbers are given again, in another life of the database.
   *
   * @param incarnation the life of the database in which it was made, from 1
   * @param number of the seal
   */
  public record Place(int incarnation, long number) {}

  /**
   * A seal as it was handed out.
   *
   * @param at when it was made
   * @param events how many rows it covers
   * @param narrowing how many of them may say that somebody is to read less from then on; {@link
   *     #NOT_COUNTED} in lines of an earlier program
   * @param hash in hexadecimal
   */
  public record Kept(Place place, Instant at, long events, long narrowing, String hash) {}

  /** Lines that hold no seal (a syslog server's own) are passed over. */
  public KeptSeals(Stream<String> lines) {
    lines.forEach(this::take);
  }

  private void take(String line) {
    Matcher seal = LINE.matcher(line);
    if (seal.find()) {
      Place place =
          new Place(Seal.incarnation(Long.parseLong(seal.group(3))), Long.parseLong(seal.group(2)));
      seals
          .computeIfAbsent(new TenantId(Integer.valueOf(seal.group(1))), _ -> new HashMap<>())
          .put(
              place,
              new Kept(
                  place,
                  Instant.parse(seal.group(6)),
                  Long.parseLong(seal.group(4)),
                  Optional.ofNullable(seal.group(5)).map(Long::parseLong).orElse(NOT_COUNTED),
                  seal.group(7)));
    }
  }

  /**
   * Those in files.
   *
   * @throws UncheckedIOException when one of them cannot be read, or has no seal in it
   */
  public static KeptSeals in(List<Path> files) {
    KeptSeals all = new KeptSeals(Stream.empty());
    for (Path file : files) {
      KeptSeals one = in(file);
      if (one.seals.isEmpty()) {
        throw new UncheckedIOException(file.toString(), new IOException("no seal"));
      }
      one.seals.forEach(
          (tenant, kept) -> all.seals.computeIfAbsent(tenant, _ -> new HashMap<>()).putAll(kept));
    }
    return all;
  }

  /** Lines of others may be in any encoding; ours are ASCII. */
  private static KeptSeals in(Path file) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return new KeptSeals(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** The municipalities of which there are some. */
  public Set<TenantId> municipalities() {
    return Set.copyOf(seals.keySet());
  }

  /** Their hashes by their places. */
  public Map<Place, String> of(TenantId tenant) {
    return seals.getOrDefault(tenant, Map.of()).values().stream()
        .collect(Collectors.toMap(Kept::place, Kept::hash));
  }

  /** The latest life of the database that is known of outside; 0 when none is. */
  public int latestIncarnation() {
    return seals.values().stream()
        .flatMap(each -> each.keySet().stream())
        .mapToInt(Place::incarnation)
        .max()
        .orElse(0);
  }

  /** What was sealed after a place and before a later life began, by the time. */
  public List<Kept> after(TenantId tenant, Place head, int incarnation) {
    return seals.getOrDefault(tenant, Map.of()).values().stream()
        .filter(kept -> isAfter(kept.place(), head) && kept.place().incarnation() < incarnation)
        .sorted(Comparator.comparing(Kept::at))
        .toList();
  }

  static boolean isAfter(Place place, Place head) {
    return place.incarnation() > head.incarnation()
        || (place.incarnation() == head.incarnation() && place.number() > head.number());
  }

  /** The one at a place. */
  public Optional<Kept> at(TenantId tenant, Place place) {
    return Optional.ofNullable(seals.getOrDefault(tenant, Map.of()).get(place));
  }
}
