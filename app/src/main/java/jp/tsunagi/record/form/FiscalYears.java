package jp.tsunagi.record.form;

import org.jspecify.annotations.Nullable;

/**
 * 使える年度: first and last fiscal year in which a new sheet may start on a version; open when null.
 */
public record FiscalYears(int from, @Nullable Integer to) {

  public boolean contains(int fiscalYear) {
    return fiscalYear >= from && (to == null || fiscalYear <= to);
  }
}
