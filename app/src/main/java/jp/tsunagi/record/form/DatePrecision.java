package jp.tsunagi.record.form;

/** How exactly a date is known, finest first. */
public enum DatePrecision {
  DAY,
  /** 年月. */
  MONTH,
  YEAR
}
