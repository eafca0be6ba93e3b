package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;

/**
 * 家族に見せる: what the person of age, or a 成年後見人, lets a guardian on record read (ACCESS: guardians and
 * the person). It is for reading alone; taken back it is as if it had never been given.
 *
 * @param ended the day on which it was taken back
 */
public record Showing(
    UUID id,
    ChildId child,
    GuardianId giver,
    ConsentMeans means,
    Wish wish,
    LocalDate givenOn,
    Period period,
    Optional<LocalDate> ended) {

  /**
   * What is wished.
   *
   * @param scope empty: everything that is meant for guardians
   * @param lastDay the last day on which it may be read
   */
  public record Wish(GuardianId reader, Optional<List<ScopeLine>> scope, LocalDate lastDay) {
    public Wish {
      scope = scope.map(List::copyOf);
    }
  }

  /** As the rule sees it. */
  GrantRule.Shown rule(List<Period> readable) {
    return new GrantRule.Shown(
        id,
        wish.reader(),
        wish.scope(),
        readable.stream().flatMap(days -> days.intersect(period).stream()).toList());
  }

  /** Whether it holds today. */
  public boolean holds(LocalDate today) {
    return ended.isEmpty() && period.contains(today);
  }
}
