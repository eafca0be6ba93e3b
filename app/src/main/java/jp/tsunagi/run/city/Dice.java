package jp.tsunagi.run.city;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that falls the same way each time: the same seed makes the same city. */
final class Dice {
  /** Where the ids begin: 2026-01-01 in milliseconds, so that all are of one time. */
  private static final long BEGINNING = 1_767_225_600_000L;

  private static final int OF_ONE_MOMENT = 64;

  private final SplittableRandom random;
  private long made;

  Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** From 0 up to but without {@code bound}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T of(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Some of a list, each once: so many, or all where there are fewer. */
  <T> List<T> distinct(List<T> list, int most) {
    if (list.size() <= most) {
      return list;
    }
    Set<T> some = new LinkedHashSet<>();
    while (some.size() < most) {
      some.add(of(list));
    }
    return List.copyOf(some);
  }

  /** A UUID of version 7: rows made one after the other stand together in the indexes. */
  UUID id() {
    long moment = BEGINNING + made++ / OF_ONE_MOMENT;
    long high = (moment << 16) | 0x7000 | (random.nextLong() & 0x0fff);
    return new UUID(high, 0x8000000000000000L | (random.nextLong() & 0x3fffffffffffffffL));
  }
}
