package jp.tsunagi.base.database;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The clock of the program. What is told about the past (a made-up city, a brought-along record) is
 * done at its own time, so that every row bears the time it would have borne then.
 */
public final class ActingClock extends Clock {
  /** Where the municipality's days begin and end. */
  public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static final ScopedValue<Instant> TOLD = ScopedValue.newInstance();

  private final Clock real;

  public ActingClock(Clock real) {
    this.real = real;
  }

  /** Runs the work as if it were that instant, on this thread only. */
  public <T> T at(Instant instant, Supplier<T> work) {
    return ScopedValue.where(TOLD, instant).call(work::get);
  }

  @Override
  public Instant instant() {
    return TOLD.isBound() ? TOLD.get() : real.instant();
  }

  @Override
  public ZoneId getZone() {
    return JAPAN;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return real.withZone(zone);
  }
}
