package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;

/**
 * A consent about to be put on file.
 *
 * @param giving whose records are opened; empty: everybody's
 * @param place the place outside the register that receives, as the family read its name
 * @param receiving who may read them
 * @param withHistory older versions too
 * @param paperPlace where the signed paper is kept
 */
public record NewConsent(
    ConsentId id,
    ChildId child,
    ConsentKind kind,
    GuardianId giver,
    ConsentMeans means,
    LocalDate givenOn,
    String purpose,
    Optional<String> place,
    Optional<Set<OrganisationId>> giving,
    Set<OrganisationId> receiving,
    List<ScopeLine> scope,
    boolean withHistory,
    Period period,
    Optional<String> paperPlace) {
  public NewConsent {
    receiving = Set.copyOf(receiving);
    scope = List.copyOf(scope);
  }

  /** The same for these days. */
  NewConsent within(Period days) {
    return new NewConsent(
        id,
        child,
        kind,
        giver,
        means,
        givenOn,
        purpose,
        place,
        giving,
        receiving,
        scope,
        withHistory,
        days,
        paperPlace);
  }

  /** A consent for places of the register. */
  public NewConsent(
      ConsentId id,
      ChildId child,
      ConsentKind kind,
      GuardianId giver,
      ConsentMeans means,
      LocalDate givenOn,
      String purpose,
      Optional<Set<OrganisationId>> giving,
      Set<OrganisationId> receiving,
      List<ScopeLine> scope,
      boolean withHistory,
      Period period,
      Optional<String> paperPlace) {
    this(
        id,
        child,
        kind,
        giver,
        means,
        givenOn,
        purpose,
        Optional.empty(),
        giving,
        receiving,
        scope,
        withHistory,
        period,
        paperPlace);
  }
}
