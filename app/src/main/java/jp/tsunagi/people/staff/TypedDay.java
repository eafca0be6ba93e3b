package jp.tsunagi.people.staff;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;

/**
 * A day somebody typed, read as of a day.
 *
 * @param reading empty when nothing was typed
 */
record TypedDay(Optional<DateReading> reading) {
  static TypedDay of(String typed, LocalDate today) {
    return new TypedDay(
        typed.isBlank() ? Optional.empty() : Optional.of(DateReader.anyDay(today).read(typed)));
  }

  /** The day; empty when nothing was typed or it is none. */
  Optional<LocalDate> day() {
    return reading
        .filter(DateReading.Read.class::isInstance)
        .map(read -> ((DateReading.Read) read).day());
  }

  /** What was typed and is no certain day. */
  Optional<DateReading> unclear() {
    return reading.filter(read -> !(read instanceof DateReading.Read));
  }
}
