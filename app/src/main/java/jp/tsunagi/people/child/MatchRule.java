package jp.tsunagi.people.child;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.base.name.SearchKeys;

/** Whether two children are probably one: by reading and birth date, former names included. */
final class MatchRule {
  private static final int PARTS_OF_A_DATE = 3;

  private MatchRule() {}

  /** How probable it is. */
  enum Strength {
    /** Reading and birth date are the same. */
    SAME,
    /** The family name has changed, or one number of the birth date differs. */
    NEAR
  }

  /**
   * Compares what was typed with a child on record.
   *
   * @param keys the search keys of the child on record, of every name it ever had
   */
  static Optional<Strength> strength(
      PersonName name, LocalDate birth, Set<String> keys, LocalDate otherBirth) {
    boolean sameName = keys.contains(SearchKeys.sameReading(name));
    if (birth.equals(otherBirth)) {
      if (sameName) {
        return Optional.of(Strength.SAME);
      }
      return SearchKeys.sameGivenReading(keys, name)
          ? Optional.of(Strength.NEAR)
          : Optional.empty();
    }
    return sameName && differsByOne(birth, otherBirth)
        ? Optional.of(Strength.NEAR)
        : Optional.empty();
  }

  private static boolean differsByOne(LocalDate a, LocalDate b) {
    long same =
        Stream.of(
                a.getYear() == b.getYear(),
                a.getMonth() == b.getMonth(),
                a.getDayOfMonth() == b.getDayOfMonth())
            .filter(part -> part)
            .count();
    return same == PARTS_OF_A_DATE - 1;
  }
}
