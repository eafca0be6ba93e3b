package jp.tsunagi.base.trace;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares the children named in events with the rows of audit_subject without holding either in
 * memory: per day a sum of keyed hashes, added for one side and taken away for the other. A day on
 * which both sides say the same ends at zero.
 */
final class Subjects {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  private final TraceKey key;
  private final Map<LocalDate, BigInteger> days = new TreeMap<>();

  Subjects(TraceKey key) {
    this.key = key;
  }

  void named(OffsetDateTime at, String event, String child) {
    days.merge(day(at), hash(at, event, child), (sum, one) -> sum.add(one).mod(MODULUS));
  }

  void stored(OffsetDateTime at, String event, String child) {
    BigInteger less = MODULUS.subtract(hash(at, event, child));
    days.merge(day(at), less, (sum, one) -> sum.add(one).mod(MODULUS));
  }

  List<LocalDate> differing() {
    return days.entrySet().stream()
        .filter(day -> day.getValue().mod(MODULUS).signum() != 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  private BigInteger hash(OffsetDateTime at, String event, String child) {
    String text = at.toInstant() + "|" + event + "|" + child;
    return new BigInteger(1, key.hash(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static LocalDate day(OffsetDateTime at) {
    return at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
  }
}
