package jp.tsunagi.record.form;

/** Whose words a section holds. Somebody else may type them in from paper: writer is not typist. */
public enum Writer {
  /** 機関: staff of the organisation that owns the part. */
  ORGANISATION,
  /** 保護者. */
  GUARDIAN,
  /** 本人. */
  PERSON
}
