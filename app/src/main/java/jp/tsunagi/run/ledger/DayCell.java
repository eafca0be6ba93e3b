package jp.tsunagi.run.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.Period;

/**
 * A day as it stands in a cell of a ledger. Beside what people write, two things that a spreadsheet
 * makes of it: the serial number of a day whose format was lost (44013), and {@code 070402} without
 * its zero. Where both are possible, it is asked.
 */
final class DayCell {
  /** Day 0 of a spreadsheet's serial numbers, true from 1900-03-01 on. */
  private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

  private DayCell() {}

  static DateReading read(String written, Period plausible) {
    DateReader reader = new DateReader(plausible);
    if (!written.matches("[0-9]{5}")) {
      return reader.read(written);
    }
    LocalDate serial = ZERO.plus(Long.parseLong(written), ChronoUnit.DAYS);
    List<LocalDate> days =
        Stream.concat(
                Stream.of(serial).filter(plausible::contains), days(reader.read("0" + written)))
            .distinct()
            .toList();
    return switch (days.size()) {
      case 0 -> new DateReading.NotADate(DateReading.Refusal.UNREADABLE);
      case 1 -> new DateReading.Read(days.getFirst());
      default -> new DateReading.Ambiguous(days, DateReading.Question.WHICH_YEAR);
    };
  }

  private static Stream<LocalDate> days(DateReading reading) {
    return switch (reading) {
      case DateReading.Read(var day) -> Stream.of(day);
      case DateReading.Ambiguous(var days, var _) -> days.stream();
      case DateReading.ReadMonth _, DateReading.NotADate _ -> Stream.empty();
    };
  }
}
