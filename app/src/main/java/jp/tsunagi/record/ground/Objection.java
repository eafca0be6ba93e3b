package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;

/**
 * 共有しない希望（異議）: what a family does not want to be shared (ACCESS: objection). It beats every
 * consent, whoever gave it; an organisation's own records and a ground in law stay as they are.
 *
 * @param period the days on which it holds, half-open; empty when it was lifted on its first day
 * @param lifted the day from which it no longer holds
 */
public record Objection(
    UUID id,
    ChildId child,
    GuardianId giver,
    ConsentMeans means,
    Wish wish,
    LocalDate askedOn,
    Optional<Period> period,
    Optional<LocalDate> lifted) {

  /**
   * What is wished.
   *
   * @param against the organisations that must not read it; empty: nobody
   * @param note in the family's own words
   */
  public record Wish(
      List<ScopeLine> scope, Optional<Set<OrganisationId>> against, Optional<String> note) {
    public Wish {
      scope = List.copyOf(scope);
      against = against.map(Set::copyOf);
    }

    /** As the rule sees it from a day on. */
    GrantRule.Objected from(LocalDate day) {
      return new GrantRule.Objected(scope, against, Period.since(day));
    }
  }

  /** Whether it holds today. */
  public boolean holds(LocalDate today) {
    return period.filter(days -> days.contains(today)).isPresent();
  }
}
