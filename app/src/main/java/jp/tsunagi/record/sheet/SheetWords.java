package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.Cycle;
import jp.tsunagi.record.form.FormDefinition;

/** Times, days and titles of sheets as they are shown. */
public final class SheetWords {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private SheetWords() {}

  /** 14:03. */
  static String time(Instant at) {
    return TIME.format(at.atZone(ActingClock.JAPAN));
  }

  /** 5/14（水）, with the year when it is not the running one. */
  static String day(Tx tx, LocalDate day) {
    return DateWords.row(day, FiscalYear.of(tx.today())).in(language());
  }

  /** 令和7年5月14日. */
  static String plain(LocalDate day) {
    return DateWords.plain(day).in(language());
  }

  static String day(Tx tx, Instant at) {
    return day(tx, at.atZone(ActingClock.JAPAN).toLocalDate());
  }

  /** 支援内容（支援事業）　元気キッズ　令和7年度（2025）; what is kept for years has no year in its title. */
  static String title(Tx tx, Sheet sheet, FormDefinition form) {
    String title =
        sheet
            .programme()
            .map(programme -> StartSql.name(tx, sheet.child(), programme))
            .filter(name -> !name.isEmpty())
            .map(name -> t("sheet.title", form.title().in(language()), name))
            .orElseGet(() -> form.title().in(language()));
    return form.cycle() == Cycle.ONCE ? title : t("sheet.title", title, year(sheet, form));
  }

  /** 令和7年度（2025）, with 前期・後期 or its number where the form has one. */
  public static String year(Sheet sheet, FormDefinition form) {
    String year = new FiscalYear(sheet.fiscalYear()).words().in(language());
    return sheet.term().after(year, form.cycle());
  }
}
