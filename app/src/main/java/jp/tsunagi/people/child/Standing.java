package jp.tsunagi.people.child;

/** Whose knowledge a child is. */
public enum Standing {
  /**
   * Known to one organisation, which keeps its own sheets; nobody else sees that the child exists.
   */
  OWN,
  /** A USE consent opened the common record. */
  SHARED
}
