package jp.tsunagi.people.staff;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is refused before anybody is known by it: counted, and one line a minute and kind with how
 * many there were since the program was started. Nothing of whoever sent it, and nothing that was
 * sent.
 */
enum Incidents {
  /** A form without the token of its browser (403). */
  FORGED_FORM("forms without the token of their browser"),
  /** Input that no page of ours sends (400, 413). */
  UNREADABLE("requests that no page sends"),
  /** Too many tries at one of the doors; the visitor has to wait. */
  THROTTLED("tries that had to wait"),
  /** A login that nobody has, or that opens nothing. */
  UNKNOWN_LOGIN("sign-ins with a login that nobody has");

  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
  private static final long BETWEEN_LINES = TimeUnit.MINUTES.toNanos(1);

  private final String words;
  private final AtomicLong times = new AtomicLong();
  private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

  Incidents(String words) {
    this.words = words;
  }

  void note() {
    long many = times.incrementAndGet();
    long now = System.nanoTime();
    long next = nextLine.get();
    if (now - next >= 0 && nextLine.compareAndSet(next, now + BETWEEN_LINES)) {
      LOG.warn("refused: {}, {} since the start", words, many);
    }
  }

  /** How many there were. */
  long times() {
    return times.get();
  }
}
