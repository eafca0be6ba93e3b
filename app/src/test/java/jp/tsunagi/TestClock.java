package jp.tsunagi;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.tsunagi.base.database.ActingClock;

/** A clock that a test sets: it stands until it is set again. */
public final class TestClock extends Clock {
  /** Where every program of a test begins: 10:00 of an ordinary Friday. */
  public static final Instant START = at(LocalDate.of(2026, 11, 20));

  private volatile Instant instant = START;

  private static Instant at(LocalDate day) {
    return day.atTime(10, 0).atZone(ActingClock.JAPAN).toInstant();
  }

  /** Sets it to 10:00 of that day in Japan. */
  public void set(LocalDate day) {
    instant = at(day);
  }

  public void set(Instant to) {
    instant = to;
  }

  @Override
  public Instant instant() {
    return instant;
  }

  @Override
  public ZoneId getZone() {
    return ActingClock.JAPAN;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
