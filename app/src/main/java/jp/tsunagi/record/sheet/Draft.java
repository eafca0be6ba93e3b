package jp.tsunagi.record.sheet;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Entered;

/**
 * What somebody writes into one part.
 *
 * @param since version of the part the writer started from
 * @param page one opened page: what it saved itself is no other writer's
 * @param insist addresses whose two texts the writer has seen and decided
 * @param said whose words they are, when typed in for a guardian
 */
public record Draft(
    String section,
    Entered entered,
    int since,
    UUID page,
    Set<Address> insist,
    Optional<Said> said) {
  public Draft {
    insist = Set.copyOf(insist);
  }

  /** Answers that stand for themselves, whatever was there: scenarios, imports, tests. */
  public static Draft of(String section, Answers answers) {
    return of(section, new Entered(answers, Set.of()), Integer.MAX_VALUE);
  }

  /** What somebody entered who started from that version. */
  static Draft of(String section, Entered entered, int since) {
    return new Draft(section, entered, since, Id.fresh(), Set.of(), Optional.empty());
  }

  /** The same, typed in for a guardian. */
  public Draft said(Said by) {
    return new Draft(section, entered, since, page, insist, Optional.of(by));
  }
}
