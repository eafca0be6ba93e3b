package jp.tsunagi.record.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import jp.tsunagi.base.calendar.FiscalYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 前期・後期, and which one of the year. */
class TermTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-31, 1",
    "2026-04-01, 1",
    "2026-09-30, 1",
    "2026-10-01, 2",
    "2027-03-31, 2",
    "2027-04-01, 2",
  })
  void runsFromAprilAndFromOctober(LocalDate today, int number) {
    assertThat(Term.running(today, new FiscalYear(2026))).isEqualTo(new Term(number));
  }

  @Test
  void isKeptAsTextAndReadBack() {
    assertThat(Term.NONE.column()).isEmpty();
    assertThat(Term.ofColumn("")).isEqualTo(Term.NONE);
    assertThat(Term.ofColumn(new Term(12).column())).isEqualTo(new Term(12));
    assertThatThrownBy(() -> new Term(1000)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Term(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fitsAFormWithTermsAndNoOther() {
    assertThat(Term.FIRST.fits(Cycle.TERMLY)).isTrue();
    assertThat(Term.SECOND.fits(Cycle.TERMLY)).isTrue();
    assertThat(new Term(3).fits(Cycle.TERMLY)).isFalse();
    assertThat(Term.NONE.fits(Cycle.TERMLY)).isFalse();
    assertThat(Term.NONE.fits(Cycle.YEARLY)).isTrue();
    assertThat(Term.FIRST.fits(Cycle.ANY)).as("counted when it is started").isFalse();
  }

  @Test
  void saysWhichBehindTheYear() {
    assertThat(Term.SECOND.after("令和8年度", Cycle.TERMLY)).isEqualTo("令和8年度後期");
    assertThat(new Term(2).after("令和8年度", Cycle.ANY)).isEqualTo("令和8年度第2回");
    assertThat(Term.NONE.after("令和8年度", Cycle.ANY)).isEqualTo("令和8年度");
  }
}
