package jp.tsunagi.run.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.child.Sex;

/**
 * A row of a ledger that was understood.
 *
 * @param staff name of whoever is in charge, as written
 * @param consent empty: the family has to be asked
 */
record Taken(
    int number,
    PersonName name,
    LocalDate birth,
    Sex sex,
    Optional<String> address,
    Guardian guardian,
    List<String> programmes,
    Optional<String> staff,
    Optional<Consent> consent) {
  Taken {
    programmes = List.copyOf(programmes);
  }

  /** Who answers for the child. */
  record Guardian(String name, Relation relation, Optional<String> phone) {}

  /**
   * 支援システム利用の同意.
   *
   * @param giver as written; empty: the guardian of the row
   */
  record Consent(LocalDate day, Optional<String> giver) {}
}
