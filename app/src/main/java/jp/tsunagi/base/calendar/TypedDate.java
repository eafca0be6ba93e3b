package jp.tsunagi.base.calendar;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a typed date, not yet judged.
 *
 * @param era null for a western year
 * @param day {@link #NO_DAY} when only year and month were typed
 * @param western the western year written beside the era's, 0 when there is none
 * @param weekday 1–7 from Monday, 0 when none was written
 * @param shortYear a year of one or two digits
 * @param compact digits without marks between them
 */
record TypedDate(
    @Nullable Era era,
    int year,
    int month,
    int day,
    int western,
    int weekday,
    boolean shortYear,
    boolean compact) {

  static final int NO_DAY = -1;

  private static final String FIRST = Notation.mark("first");
  private static final String WEEKDAYS = Notation.mark("weekdays");
  private static final String ERA = "(?<era>" + Era.pattern() + ")";
  private static final String BESIDE =
      "(?:\\((?:(?<bera>"
          + Era.pattern()
          + ")(?<byear>"
          + FIRST
          + "|\\d{1,2})|(?<beside>\\d{4}))"
          + Notation.mark("year")
          + "?\\))?";
  private static final String WRITTEN_DAY =
      "(?<month>\\d{1,2})(?:"
          + Notation.mark("month")
          + "|[./-])(?<day>\\d{1,2})"
          + Notation.mark("day")
          + "?(?:\\(?(?<weekday>["
          + WEEKDAYS
          + "])(?:"
          + Notation.mark("weekday.tail")
          + ")?\\)?)?(?:\\((?<behind>\\d{4})"
          + Notation.mark("year")
          + "?\\))?";
  private static final String WRITTEN_MONTH =
      "(?<month>\\d{1,2})" + Notation.mark("month") + "?(?:\\((?<behind>\\d{4})\\))?";
  private static final String AFTER_YEAR = "(?:" + Notation.mark("year") + BESIDE + "|[./-])";
  private static final Pattern[] FORMS = {
    Pattern.compile(eraYear() + AFTER_YEAR + WRITTEN_DAY),
    Pattern.compile(eraYear() + AFTER_YEAR + WRITTEN_MONTH),
    Pattern.compile(ERA + "(?<year>\\d{2})(?<month>\\d{2})(?<day>\\d{2})"),
    Pattern.compile("(?<year>\\d{4})" + AFTER_YEAR + WRITTEN_DAY),
    Pattern.compile("(?<year>\\d{4})" + AFTER_YEAR + WRITTEN_MONTH),
    Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})"),
    Pattern.compile("(?<year>\\d{1,2})[./-](?<month>\\d{1,2})[./-](?<day>\\d{1,2})"),
    Pattern.compile("(?<year>\\d{2})(?<month>\\d{2})(?<day>\\d{2})"),
  };
  private static final Pattern MIDNIGHT = Pattern.compile("[T\\s]+0{1,2}:00(?::00(?:\\.0+)?)?$");
  private static final Pattern BORN = Pattern.compile("(?:" + Notation.mark("born") + ")$");
  private static final Pattern DASHES = Pattern.compile("[" + Notation.mark("dashes") + "]");
  private static final Pattern DOTS = Pattern.compile("[" + Notation.mark("dots") + "]");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static String eraYear() {
    return ERA + "(?<year>" + FIRST + "|\\d{1,2})";
  }

  /** Half width, without blanks, one kind of hyphen, nothing behind the date. */
  static String tidy(String typed) {
    var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    text = MIDNIGHT.matcher(text).replaceFirst("");
    text = BLANKS.matcher(text).replaceAll("");
    text = DASHES.matcher(text).replaceAll("-");
    text = DOTS.matcher(text).replaceAll(".");
    return BORN.matcher(text).replaceFirst("");
  }

  static Optional<TypedDate> of(String tidy) {
    for (var form : FORMS) {
      var match = form.matcher(tidy);
      if (match.matches()) {
        return Optional.of(parts(match));
      }
    }
    return Optional.empty();
  }

  private static TypedDate parts(Matcher match) {
    var year = match.group("year");
    var written = match.end("year") - match.start("year");
    var weekday = group(match, "weekday");
    return new TypedDate(
        Era.written(group(match, "era")).orElse(null),
        number(year),
        number(match.group("month")),
        match.namedGroups().containsKey("day") ? number(match.group("day")) : NO_DAY,
        western(match),
        weekday.isEmpty() ? 0 : WEEKDAYS.indexOf(weekday) + 1,
        written <= 2,
        written + match.start("year") == match.start("month"));
  }

  private static int western(Matcher match) {
    var behind = group(match, "behind");
    return Era.written(group(match, "bera"))
        .map(era -> era.westernYear(number(group(match, "byear"))))
        .orElseGet(() -> number(behind.isEmpty() ? group(match, "beside") : behind));
  }

  private static String group(Matcher match, String name) {
    var text = match.namedGroups().containsKey(name) ? match.group(name) : null;
    return text == null ? "" : text;
  }

  private static int number(String digits) {
    return digits.isEmpty() ? 0 : digits.equals(FIRST) ? 1 : Integer.parseInt(digits);
  }

  int westernYear() {
    return era == null ? year : era.westernYear(year);
  }

  LocalDate inYear(int westernYear) {
    return LocalDate.of(westernYear, month, day);
  }

  boolean yearsDisagree() {
    return western != 0 && western != westernYear();
  }

  boolean weekdayFits(LocalDate date) {
    return weekday == 0 || date.getDayOfWeek().getValue() == weekday;
  }
}
