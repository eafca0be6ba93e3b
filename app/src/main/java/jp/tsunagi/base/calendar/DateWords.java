package jp.tsunagi.base.calendar;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How days are shown. Era and western year stand together wherever there is room; days before 大正
 * are shown in western years.
 */
public final class DateWords {
  private DateWords() {}

  /** 平成29年6月3日. */
  public static Words plain(LocalDate day) {
    return words("plain", day);
  }

  /** 平成29年6月3日（2017）. */
  public static Words full(LocalDate day) {
    return words("full", day);
  }

  /** 令和7年5月14日（水）. */
  public static Words weekday(LocalDate day) {
    return words("weekday", day);
  }

  /** In rows: 5/20（火） for a day of the running fiscal year, otherwise with its year. */
  public static Words row(LocalDate day, FiscalYear running) {
    return running.contains(day) ? words("row", day) : plain(day);
  }

  /** 令和7年9月. */
  public static Words month(YearMonth month) {
    return words("month", month.atDay(1));
  }

  /** R7.4.2; before 大正 1912-07-29. */
  public static String brief(LocalDate day) {
    return Era.at(day).isPresent() ? JapaneseDate.of(day).brief() : day.toString();
  }

  private static Words words(String form, LocalDate day) {
    var era = Era.at(day).orElse(null);
    var month = day.getMonthValue();
    return Words.of(
        era == null ? "calendar.date.western." + form : "calendar.date." + form,
        era == null ? "" : era.words(),
        era == null ? "" : JapaneseDate.yearWords(JapaneseDate.of(day).year()),
        month,
        day.getDayOfMonth(),
        day.getYear(),
        Words.of("calendar.weekday." + day.getDayOfWeek().getValue()),
        Words.of("calendar.month." + month));
  }
}
