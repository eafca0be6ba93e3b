package jp.tsunagi.base.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * 和暦: a day as an era counts it. A day its era did not have (平成31年5月1日) cannot be made.
 *
 * @param year of the era, 1 is 元年
 */
public record JapaneseDate(Era era, int year, int month, int day) {
  public JapaneseDate {
    var date = LocalDate.of(era.westernYear(year), month, day);
    if (year < 1 || Era.at(date).orElse(null) != era) {
      throw new DateTimeException("not a day of " + era + ": " + date);
    }
  }

  /**
   * @throws DateTimeException before 大正
   */
  public static JapaneseDate of(LocalDate date) {
    var era =
        Era.at(date)
            .orElseThrow(() -> new DateTimeException("before the first era known: " + date));
    var year = date.getYear() - era.westernYear(1) + 1;
    return new JapaneseDate(era, year, date.getMonthValue(), date.getDayOfMonth());
  }

  /** The same day in the western calendar. */
  public LocalDate toDate() {
    return LocalDate.of(era.westernYear(year), month, day);
  }

  /** As typed and in narrow columns: R7.4.2. */
  public String brief() {
    return era.letter() + year + "." + month + "." + day;
  }

  static Words yearWords(int year) {
    return year == 1 ? Words.of("calendar.year.first") : Words.of("calendar.year.other", year);
  }
}
