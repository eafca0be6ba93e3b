package jp.tsunagi.record.ground;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;

/**
 * 同意: who allows whom to read what of a child, for what, until when.
 *
 * @param place the place outside the register that receives; empty where the register names it
 * @param giving whose records are opened; empty: everybody's
 * @param awaits nobody but a receiver vouches for the giver yet: it opens nothing until a hub or a
 *     giving organisation confirms it
 * @param evidence the item that holds the signed paper or the signature in the portal
 */
public record Consent(
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
    Optional<String> paperPlace,
    boolean awaits,
    Optional<ItemId> evidence,
    Optional<Withdrawal> withdrawal) {

  /**
   * 撤回: when it took effect, and the day the family asked for it.
   *
   * @param means empty: not by the family, but because the place that had asked needs it no more,
   *     or the place that had agreed ended it
   * @param stopped the latter
   */
  public record Withdrawal(
      Instant at, Optional<ConsentMeans> means, boolean stopped, LocalDate askedOn) {}

  /** How a consent stands on a day. */
  public enum State {
    /** 確認待ち: opens nothing until a hub or a giving organisation has confirmed it. */
    AWAITING,
    /** 有効: what it covers is readable by its receivers. */
    IN_FORCE,
    /** これから: begins on a later day. */
    COMING,
    /** 期間終了: its last day is over. */
    ENDED,
    /** 撤回済み: taken back; opens nothing since. */
    WITHDRAWN
  }

  public State state(LocalDate today) {
    if (withdrawal.isPresent()) {
      return State.WITHDRAWN;
    }
    if (awaits && (period.contains(today) || today.isBefore(period.from()))) {
      return State.AWAITING;
    }
    if (today.isBefore(period.from())) {
      return State.COMING;
    }
    return period.contains(today) ? State.IN_FORCE : State.ENDED;
  }

  /** Whether it is about parts of one sheet, because another place asked for them. */
  public boolean ofSheet() {
    return scope.stream().anyMatch(line -> line.sheet().isPresent());
  }

  /** Whether it can be taken back: it opens something, now or later, or waits to do so. */
  public boolean canBeWithdrawn(LocalDate today) {
    return switch (state(today)) {
      case AWAITING, IN_FORCE, COMING -> true;
      case ENDED, WITHDRAWN -> false;
    };
  }

  GrantRule.Given given() {
    return new GrantRule.Given(
        id.value(), kind, giver.value(), giving, receiving, scope, withHistory, period);
  }
}
