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
 * 同意のお願い: a consent as it was prepared, not yet given by anybody.
 *
 * @param id of the consent it becomes, so that it can be given only once
 * @param reference random letters; the QR on the paper form holds nothing else
 * @param place the place outside the register that is to receive, in the words the family reads
 * @param giving whose records are opened; empty: everybody's
 * @param entryOn 入園・入学の日 of a handover
 * @param until the first day it no longer holds; empty: until it is withdrawn
 * @param by the organisation that prepared it; empty: the guardian did
 * @param sent whether the family has it; before that nobody outside sees it
 */
public record ConsentRequest(
    ConsentId id,
    ChildId child,
    String reference,
    ConsentKind kind,
    String purpose,
    Optional<String> place,
    Optional<Set<OrganisationId>> giving,
    Set<OrganisationId> receiving,
    List<ScopeLine> scope,
    boolean withHistory,
    Optional<LocalDate> entryOn,
    Optional<LocalDate> until,
    Optional<OrganisationId> by,
    boolean sent) {
  public ConsentRequest {
    giving = giving.map(Set::copyOf);
    receiving = Set.copyOf(receiving);
    scope = List.copyOf(scope);
  }

  /** How it was signed. */
  public record Signature(
      GuardianId giver, ConsentMeans means, LocalDate on, Optional<String> paperPlace) {}

  /** Whether it is about parts of one sheet, because another place asked for them. */
  public boolean ofSheet() {
    return scope.stream().anyMatch(line -> line.sheet().isPresent());
  }

  /** Whether it can still be given on that day. */
  public boolean canBeGiven(LocalDate on) {
    return until.isEmpty() || until.get().isAfter(on);
  }

  /**
   * The same with only these lines of its scope: 一部に同意します.
   *
   * @param history whether 前の版 may be read too, if that was asked for
   */
  public ConsentRequest narrowed(Set<String> codes, boolean history) {
    return new ConsentRequest(
        id,
        child,
        reference,
        kind,
        purpose,
        place,
        giving,
        receiving,
        scope.stream().filter(line -> codes.contains(line.code())).toList(),
        withHistory && history,
        entryOn,
        until,
        by,
        sent);
  }

  /**
   * The days on which it would hold if it were given that day, of a child born on that other day.
   */
  public Period wouldHold(LocalDate on, LocalDate birth) {
    return ComingOfAge.held(new Period(on, until.orElse(null)), birth);
  }

  NewConsent signed(Signature signature) {
    return new NewConsent(
        id,
        child,
        kind,
        signature.giver(),
        signature.means(),
        signature.on(),
        purpose,
        place,
        giving,
        receiving,
        scope,
        withHistory,
        new Period(signature.on(), until.orElse(null)),
        signature.paperPlace());
  }

  /** What it would open if it were given that day, of a child born on that other day. */
  GrantRule.Given asIfGiven(java.util.UUID giver, LocalDate on, LocalDate birth) {
    return new GrantRule.Given(
        id.value(), kind, giver, giving, receiving, scope, withHistory, wouldHold(on, birth));
  }
}
