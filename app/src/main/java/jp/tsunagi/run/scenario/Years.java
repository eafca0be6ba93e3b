package jp.tsunagi.run.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * 年度を動かす: a story written for one fiscal year is told in another. Every day, month, fiscal year and
 * every year named in a text moves by whole years, so that ages, grades and classes stay what they
 * were. A 29 February becomes a 28 where there is none.
 *
 * @param years how far, from the year the story was written for
 */
record Years(int years) {
  private static final Pattern DAY = Pattern.compile("\\b((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)\\b");
  private static final Pattern MONTH = Pattern.compile("\\b((?:19|20)\\d\\d)-(\\d\\d)(?![-\\d])");
  private static final Pattern YEAR =
      Pattern.compile("(?m)(fiscal-year: *|: *'|^ *)((?:19|20)\\d\\d)(?=:|'|[,} ]|$)");
  private static final Pattern SPOKEN = Pattern.compile("((?:19|20)\\d\\d)(?=\u5e74)");

  /** The text of a scenario file, told that much later. */
  String moved(String yaml) {
    String days = DAY.matcher(yaml).replaceAll(this::day);
    String months = MONTH.matcher(days).replaceAll(this::month);
    String bare = YEAR.matcher(months).replaceAll(it -> it.group(1) + year(it.group(2)));
    return SPOKEN.matcher(bare).replaceAll(it -> year(it.group(1)));
  }

  private String day(MatchResult found) {
    try {
      return LocalDate.parse(found.group()).plusYears(years).toString();
    } catch (DateTimeException noDay) {
      return found.group();
    }
  }

  private String month(MatchResult found) {
    try {
      return YearMonth.parse(found.group()).plusYears(years).toString();
    } catch (DateTimeException noMonth) {
      return found.group();
    }
  }

  private String year(String written) {
    return String.valueOf(Integer.parseInt(written) + years);
  }
}
