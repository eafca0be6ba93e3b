package jp.tsunagi.base.trace;

/** A place outside the database that keeps seals, so that a rewritten trace can be told apart. */
public interface SealOutlet {
  /** Takes one seal, as one line of JSON without personal data. */
  void take(String line);
}
