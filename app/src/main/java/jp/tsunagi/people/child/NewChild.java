package jp.tsunagi.people.child;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.name.PersonName;

/**
 * A child about to be put on record.
 *
 * @param owner the organisation that knows the child; until a USE consent it alone
 * @param homeLanguage BCP 47 tag of the family's language, empty for Japanese
 */
public record NewChild(
    ChildId id,
    PersonName name,
    LocalDate birthDate,
    Sex sex,
    OrganisationId owner,
    Set<Reason> reasons,
    Optional<String> homeLanguage,
    boolean interpreter) {
  public NewChild {
    reasons = Set.copyOf(reasons);
  }
}
