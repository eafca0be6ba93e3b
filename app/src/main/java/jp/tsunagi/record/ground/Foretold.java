package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;

/** Whoever noted elsewhere what a family said before its signed paper is put on file. */
public interface Foretold {
  /** On which day, and who, by name. */
  record Said(LocalDate on, String giver) {}

  /** What the family said about a consent of that kind. */
  Optional<Said> said(Tx tx, ChildId child, ConsentKind kind);
}
