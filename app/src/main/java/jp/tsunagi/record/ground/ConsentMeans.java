package jp.tsunagi.record.ground;

/** How a consent was given. */
public enum ConsentMeans {
  /** Signed on the printed form; the paper is kept, its scan is attached. */
  PAPER,
  /** Signed by the guardian in the portal. */
  PORTAL
}
