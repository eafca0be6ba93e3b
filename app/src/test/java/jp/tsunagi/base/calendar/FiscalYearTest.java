package jp.tsunagi.base.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;

class FiscalYearTest {
  @Property
  void everyDayIsInExactlyItsYear(
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    var year = FiscalYear.of(day);
    assertThat(year.start()).isBeforeOrEqualTo(day).isEqualTo(LocalDate.of(year.year(), 4, 1));
    assertThat(year.end()).isAfter(day).isEqualTo(year.next().start());
    assertThat(year.contains(day)).isTrue();
    assertThat(year.period().contains(day)).isTrue();
    assertThat(year.previous().contains(day)).isFalse();
    assertThat(year.next().contains(day)).isFalse();
    assertThat(year.next()).isGreaterThan(year);
  }

  @Example
  void turnsOnTheFirstOfApril() {
    assertThat(FiscalYear.of(LocalDate.of(2026, 3, 31))).isEqualTo(new FiscalYear(2025));
    assertThat(FiscalYear.of(LocalDate.of(2026, 4, 1))).isEqualTo(new FiscalYear(2026));
  }

  @Example
  void heisei31IsReiwa1() {
    assertThat(FiscalYear.of(Era.HEISEI, 31)).isEqualTo(FiscalYear.of(Era.REIWA, 1));
  }

  @Example
  void isNamedByTheEraOfItsMiddle() {
    assertThat(shown(2025)).isEqualTo("令和7年度（2025）");
    assertThat(shown(2019)).isEqualTo("令和元年度（2019）");
    assertThat(shown(2018)).isEqualTo("平成30年度（2018）");
    assertThat(shown(1989)).isEqualTo("平成元年度（1989）");
    assertThat(shown(1988)).isEqualTo("昭和63年度（1988）");
    assertThat(shown(1911)).isEqualTo("1911年度");
    assertThat(new FiscalYear(2025).plainWords().in(Locale.JAPANESE)).isEqualTo("令和7年度");
    assertThat(new FiscalYear(2025).words().in(Locale.ENGLISH))
        .isEqualTo("Fiscal year 2025 (Reiwa 7)");
  }

  private static String shown(int year) {
    return new FiscalYear(year).words().in(Locale.JAPANESE);
  }
}
