package jp.tsunagi.record.print;

import java.util.Locale;
import jp.tsunagi.base.calendar.Era;
import jp.tsunagi.base.calendar.FiscalYear;

/**
 * 発行番号: counted per fiscal year of the municipality, without a gap.
 *
 * @param number from 1
 */
public record IssueNumber(FiscalYear year, int number) {
  /** As written on papers: R8-0012. */
  public String text() {
    String years =
        Era.at(year.start().plusMonths(6))
            .map(era -> era.letter() + (year.year() - era.westernYear(1) + 1))
            .orElseGet(() -> String.valueOf(year.year()));
    return String.format(Locale.ROOT, "%s-%04d", years, number);
  }
}
