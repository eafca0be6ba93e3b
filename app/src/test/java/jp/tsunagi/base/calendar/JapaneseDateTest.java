package jp.tsunagi.base.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseChronology;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Properties;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;

class JapaneseDateTest {
  @Property
  void goesThereAndBack(@ForAll @DateRange(min = "1912-07-30", max = "2200-12-31") LocalDate day) {
    var japanese = JapaneseDate.of(day);
    assertThat(japanese.toDate()).isEqualTo(day);
    assertThat(new JapaneseDate(japanese.era(), japanese.year(), japanese.month(), japanese.day()))
        .isEqualTo(japanese);
  }

  @Property
  void agreesWithTheCalendarOfTheJdk(
      @ForAll @DateRange(min = "1912-07-30", max = "2200-12-31") LocalDate day) {
    var ours = JapaneseDate.of(day);
    var jdk = JapaneseChronology.INSTANCE.date(day);
    assertThat(ours.year()).isEqualTo(jdk.get(ChronoField.YEAR_OF_ERA));
    // the JDK numbers 昭和 1
    assertThat(ours.era().ordinal()).isEqualTo(jdk.getEra().getValue());
  }

  @Example
  void hasNoDayOutsideItsEra() {
    assertThatThrownBy(() -> new JapaneseDate(Era.HEISEI, 31, 5, 1))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> new JapaneseDate(Era.REIWA, 1, 4, 30))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> new JapaneseDate(Era.REIWA, 7, 2, 29))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> JapaneseDate.of(LocalDate.of(1912, 7, 29)))
        .isInstanceOf(DateTimeException.class);
  }

  @Example
  void isShownAsTheScreensShowIt() {
    var day = LocalDate.of(2025, 5, 14);
    assertThat(DateWords.plain(LocalDate.of(2017, 6, 3)).in(Locale.JAPANESE))
        .isEqualTo("平成29年6月3日");
    assertThat(DateWords.full(day).in(Locale.JAPANESE)).isEqualTo("令和7年5月14日（2025）");
    assertThat(DateWords.weekday(day).in(Locale.JAPANESE)).isEqualTo("令和7年5月14日（水）");
    assertThat(DateWords.brief(LocalDate.of(2025, 4, 2))).isEqualTo("R7.4.2");
    assertThat(DateWords.month(YearMonth.of(2025, 9)).in(Locale.JAPANESE)).isEqualTo("令和7年9月");
    assertThat(DateWords.plain(LocalDate.of(2019, 5, 1)).in(Locale.JAPANESE)).isEqualTo("令和元年5月1日");
    assertThat(DateWords.full(day).in(Locale.ENGLISH)).isEqualTo("14 May 2025 (Reiwa 7)");
    assertThat(DateWords.plain(LocalDate.of(1900, 1, 2)).in(Locale.JAPANESE))
        .isEqualTo("1900年1月2日");
  }

  @Example
  void aRowOfTheRunningYearNeedsNoYear() {
    var running = new FiscalYear(2025);
    assertThat(DateWords.row(LocalDate.of(2025, 5, 20), running).in(Locale.JAPANESE))
        .isEqualTo("5/20（火）");
    assertThat(DateWords.row(LocalDate.of(2025, 3, 31), running).in(Locale.JAPANESE))
        .isEqualTo("令和7年3月31日");
  }

  @Example
  void otherLanguagesFallBackToJapaneseWhateverTheMachineSpeaks() {
    assertThat(Era.REIWA.words().in(Locale.forLanguageTag("pt"))).isEqualTo("令和");
    assertThat(Era.REIWA.words().in(Locale.JAPANESE)).isEqualTo(Era.REIWA.kanji());
  }

  @Example
  void bothLanguagesHaveTheSameWords() throws Exception {
    var japanese = new Properties();
    var english = new Properties();
    try (var ja = getClass().getResourceAsStream("/messages/base/calendar.properties");
        var en = getClass().getResourceAsStream("/messages/base/calendar_en.properties")) {
      japanese.load(ja);
      english.load(en);
    }
    assertThat(english.keySet()).isEqualTo(japanese.keySet());
  }

  @Example
  void everyWordExists() {
    for (var era : Era.values()) {
      assertThat(era.words().in(Locale.JAPANESE)).isEqualTo(era.kanji());
    }
    for (var stage : LifeStage.values()) {
      assertThat(stage.words().in(Locale.ENGLISH)).isNotBlank();
    }
    for (var reason : GradeOverride.Reason.values()) {
      assertThat(reason.words().in(Locale.ENGLISH)).isNotBlank();
    }
    for (var refusal : DateReading.Refusal.values()) {
      assertThat(refusal.words().in(Locale.ENGLISH)).isNotBlank();
    }
    for (var question : DateReading.Question.values()) {
      assertThat(question.words().in(Locale.ENGLISH)).isNotBlank();
    }
  }
}
