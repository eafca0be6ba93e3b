package jp.tsunagi.record.form;

/** How often a form is written for the same child and place. */
public enum Cycle {
  /** One sheet, revised for as long as it is needed: 個人票. */
  ONCE,
  /** 1年ごと: one sheet per fiscal year (A5). */
  YEARLY,
  /** 前期・後期ごと: one sheet per term of the fiscal year. */
  TERMLY,
  /** Whenever there is a reason, several a year: モニタリング報告書, handovers, consents. */
  ANY
}
