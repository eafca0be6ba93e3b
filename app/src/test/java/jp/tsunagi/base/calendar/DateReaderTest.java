package jp.tsunagi.base.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.base.calendar.DateReading.Ambiguous;
import jp.tsunagi.base.calendar.DateReading.NotADate;
import jp.tsunagi.base.calendar.DateReading.Question;
import jp.tsunagi.base.calendar.DateReading.Read;
import jp.tsunagi.base.calendar.DateReading.ReadMonth;
import jp.tsunagi.base.calendar.DateReading.Refusal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final LocalDate APRIL_2 = LocalDate.of(2025, 4, 2);
  private final DateReader reader = DateReader.anyDay(TODAY);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R7.4.2",
        "r7.4.2",
        "R7/4/2",
        "R07-04-02",
        "R7.4.2生",
        "R070402",
        "令7/4/2",
        "令和7年4月2日",
        "令和７年４月２日",
        "Ｒ７．４．２",
        "令和 7年 4月 2日",
        "　令和7年4月2日（水）",
        "令和7年4月2日生まれ",
        "令和7年4月2日水曜日",
        "令和7年4月2日（2025）",
        "令和7年4月2日（水）（2025）",
        "令和7年（2025年）4月2日",
        "2025年（令和7年）4月2日",
        "㋿7年4月2日",
        "2025-04-02",
        "2025/4/2",
        "2025.4.2",
        "20250402",
        "２０２５０４０２",
        "2025年4月2日",
        "2025－04－02",
        "2025ー4ー2",
        "2025-04-02T00:00:00",
        "2025/4/2 0:00",
        "2025/04/02 00:00:00.0",
        "R7・4・2"
      })
  void readsEveryWayOfWritingTheSameDay(String typed) {
    assertThat(reader.read(typed)).isEqualTo(new Read(APRIL_2));
  }

  @ParameterizedTest
  @CsvSource({
    "令和元年5月1日,2019-05-01", "R1.5.1,2019-05-01", "平成31年4月30日,2019-04-30", "H29.6.3,2017-06-03",
    "昭和64年1月7日,1989-01-07", "平成元.1.8,1989-01-08", "S1.12.25,1926-12-25", "大正15年12月24日,1926-12-24",
    "T1.7.30,1912-07-30", "R2.2.29,2020-02-29", "㍻31.4.30,2019-04-30"
  })
  void knowsTheEdgesOfTheEras(String typed, LocalDate day) {
    assertThat(reader.read(typed)).isEqualTo(new Read(day));
  }

  @ParameterizedTest
  @CsvSource({
    "平成31.5.1,2019-05-01",
    "H31年5月1日,2019-05-01",
    "平成40.1.1,2028-01-01",
    "令和元年4月1日,2019-04-01",
    "昭和64.1.8,1989-01-08",
    "大正15.12.25,1926-12-25"
  })
  void offersTheDayWhenTheEraDidNotHaveIt(String typed, LocalDate day) {
    assertThat(reader.read(typed)).isEqualTo(new Ambiguous(List.of(day), Question.OTHER_ERA));
  }

  @Example
  void offersReiwaForHeisei31() {
    var offered = ((Ambiguous) reader.read("平成31.5.1")).days().getFirst();
    assertThat(DateWords.plain(offered).in(Locale.JAPANESE)).isEqualTo("令和元年5月1日");
  }

  @ParameterizedTest
  @ValueSource(strings = {"070402", "０７０４０２", "7.4.2", "07/4/2"})
  void asksWhichYearTwoDigitsMean(String typed) {
    assertThat(reader.read(typed))
        .isEqualTo(
            new Ambiguous(
                List.of(
                    APRIL_2,
                    LocalDate.of(1995, 4, 2),
                    LocalDate.of(1932, 4, 2),
                    LocalDate.of(2007, 4, 2)),
                Question.WHICH_YEAR));
  }

  @Example
  void asksNothingWhenOneYearIsPossible() {
    assertThat(DateReader.births(TODAY).read("950402"))
        .isEqualTo(new Read(LocalDate.of(1995, 4, 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"R7.4", "令和7年4月", "2025-04", "2025/4", "2025年4月", "202504", "令和7年4月（2025）"})
  void readsYearAndMonthAlone(String typed) {
    // 202504 has no reading as a day: there is no month 25
    assertThat(reader.read(typed)).isEqualTo(new ReadMonth(YearMonth.of(2025, 4)));
  }

  @ParameterizedTest
  @CsvSource({
    "'',EMPTY",
    "'　',EMPTY",
    "生,EMPTY",
    "きのう,UNREADABLE",
    "4/2,UNREADABLE",
    "2025,UNREADABLE",
    "R7.4.2.1,UNREADABLE",
    "R7,UNREADABLE",
    "2025-02-29,NO_SUCH_DAY",
    "R7.13.1,NO_SUCH_DAY",
    "R0.5.1,NO_SUCH_DAY",
    "R7.4.0,NO_SUCH_DAY",
    "079902,NO_SUCH_DAY",
    "1890-01-01,OUTSIDE",
    "2090-01-01,OUTSIDE",
    "令和7年4月2日（2024）,YEARS_DISAGREE",
    "2025年（令和6年）4月2日,YEARS_DISAGREE"
  })
  void saysWhyItIsNoDate(String typed, Refusal refusal) {
    assertThat(reader.read(typed)).isEqualTo(new NotADate(refusal));
  }

  @Example
  void asksWhenTheWeekdayDoesNotFit() {
    assertThat(reader.read("令和7年4月2日（火）"))
        .isEqualTo(new Ambiguous(List.of(APRIL_2), Question.WEEKDAY_DIFFERS));
  }

  @Example
  void takesNoBirthAfterToday() {
    assertThat(DateReader.births(TODAY).read("R8.11.22")).isEqualTo(new NotADate(Refusal.OUTSIDE));
    assertThat(DateReader.births(TODAY).read("R8.11.21")).isEqualTo(new Read(TODAY));
  }

  @Property
  void readsBackWhatItShows(
      @ForAll @DateRange(min = "1912-07-30", max = "2056-11-21") LocalDate day) {
    for (var shown :
        List.of(
            DateWords.brief(day),
            DateWords.plain(day).in(Locale.JAPANESE),
            DateWords.full(day).in(Locale.JAPANESE),
            DateWords.weekday(day).in(Locale.JAPANESE),
            day.toString(),
            day.toString().replace("-", ""))) {
      assertThat(reader.read(shown)).isEqualTo(new Read(day));
    }
  }

  @Property
  void twoDigitsAlwaysIncludeTheDayMeant(
      @ForAll @DateRange(min = "1927-01-01", max = "2026-11-21") LocalDate day) {
    var japanese = JapaneseDate.of(day);
    var digits = "%02d%02d%02d".formatted(japanese.year(), japanese.month(), japanese.day());
    var days =
        switch (reader.read(digits)) {
          case Read(var only) -> List.of(only);
          case Ambiguous(var several, var _) -> several;
          case ReadMonth _, NotADate _ -> List.<LocalDate>of();
        };
    assertThat(days).contains(day).doesNotHaveDuplicates();
  }

  @Property
  void neverThrows(@ForAll String anything) {
    assertThat(reader.read(anything)).isNotNull();
  }
}
