package jp.tsunagi.base.database;

import java.security.SecureRandom;
import java.util.UUID;

/** The id of a row: a UUID of version 7, so that new rows stand together in the indexes. */
public interface Id {
  UUID value();

  /** A fresh UUID of version 7 (48 bits of milliseconds, the rest random). */
  static UUID fresh() {
    long milliseconds = System.currentTimeMillis();
    long high = (milliseconds << 16) | 0x7000 | (Random.SOURCE.nextLong() & 0x0fff);
    long low = 0x8000000000000000L | (Random.SOURCE.nextLong() & 0x3fffffffffffffffL);
    return new UUID(high, low);
  }

  /** Holds the source of randomness. */
  final class Random {
    private static final SecureRandom SOURCE = new SecureRandom();

    private Random() {}
  }
}
