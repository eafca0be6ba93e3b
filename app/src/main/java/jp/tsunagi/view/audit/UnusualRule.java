package jp.tsunagi.view.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.database.ActingClock;

/**
 * ふだんと違う閲覧: what is worth a second look, from counts alone (docs/trace.md has the rules in words).
 * It accuses nobody: whoever looks at it writes down what came of it.
 */
enum UnusualRule {
  /** Many children opened in one hour, against the person's own hours. */
  MANY,
  /** Opened between 22:00 and 5:00. */
  NIGHT,
  /** A child of the same family name as the reader. */
  SAME_NAME,
  /** Opened long after the last involvement of the reader's organisation had ended. */
  AFTER_LONG,
  /** Many papers and files in a day. */
  PRINTS,
  /** Many sign-ins to one account that were not taken. */
  REFUSED;

  /** Fewer children in an hour are never many. */
  static final int MANY_LEAST = 20;

  /** So many times the usual hour is many. */
  static final int MANY_TIMES = 3;

  /** From how many hours on a person has a usual hour. */
  private static final int HOURS_KNOWN = 10;

  static final int NIGHT_FROM = 22;
  static final int NIGHT_TO = 5;
  static final int PRINTS_LEAST = 10;
  static final int REFUSED_LEAST = 10;
  static final int LONG_DAYS = 90;

  /** How many children a person opened in an hour. */
  record Hour(UUID actor, Instant begin, int children) {
    LocalDate day() {
      return begin.atZone(ActingClock.JAPAN).toLocalDate();
    }
  }

  /** The hours that stand out, of those from a day on; earlier ones say what is usual. */
  static List<Hour> many(List<Hour> all, LocalDate since) {
    Map<UUID, List<Hour>> people =
        all.stream().collect(Collectors.groupingBy(Hour::actor, TreeMap::new, Collectors.toList()));
    List<Hour> found = new ArrayList<>();
    people
        .values()
        .forEach(hours -> {
          int least = Math.max(MANY_LEAST, MANY_TIMES * usual(hours));
          hours.stream()
              .filter(hour -> !hour.day().isBefore(since) && hour.children() >= least)
              .forEach(found::add);
        });
    return found;
  }

  /** The median; nothing is usual of somebody who has hardly worked here. */
  private static int usual(List<Hour> hours) {
    if (hours.size() < HOURS_KNOWN) {
      return 0;
    }
    return hours.stream().map(Hour::children).sorted().toList().get(hours.size() / 2);
  }
}
