package jp.tsunagi.record.form;

/** How often a form is written for the same child and place. */
public enum Cycle {
  /** One sheet, revised for as long as it is needed: 個人票. */
  ONCE,
  /** 1年ごと: one sheet per fiscal year (A5). */
  YEARLY,
  /** 学期・前期後期ごと: one sheet per term. */
  TERMLY,
  /** Whenever there is a reason: handovers, consents. */
  ANY
}
