package jp.tsunagi.base.access;

/** How far a post reaches within its organisation. */
public enum Reach {
  /** Every child the organisation is or was involved with. */
  ORGANISATION,
  /** The children of its class and those assigned by name. */
  CASELOAD
}
