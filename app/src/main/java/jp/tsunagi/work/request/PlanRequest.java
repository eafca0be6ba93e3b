package jp.tsunagi.work.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;

/**
 * A place asks another for a sheet or parts of it.
 *
 * @param id of the consent it may come to
 * @param author the place that is asked: whatever it wrote, whether or not there is such a sheet
 * @param sections keys of sections of the form
 * @param neededBy the last day on which the place may answer
 * @param until the last day on which it is to be readable
 * @param stored the last state that somebody brought about
 * @param storedAt when
 * @param sheet the one that the author chose
 * @param readableTo the first day on which the consent no longer holds
 */
record PlanRequest(
    ConsentId id,
    ChildId child,
    OrganisationId asker,
    OrganisationId author,
    String form,
    int year,
    List<String> sections,
    String why,
    LocalDate neededBy,
    LocalDate until,
    Instant askedAt,
    RequestState stored,
    Instant storedAt,
    Optional<SheetId> sheet,
    Optional<LocalDate> readableTo,
    Optional<RefusalReason> reason) {
  public PlanRequest {
    sections = List.copyOf(sections);
  }

  /** How it stands on a day: what somebody brought about, unless its days are over. */
  RequestState state(LocalDate today) {
    boolean lapsed =
        switch (stored) {
          case ASKED -> neededBy.isBefore(today);
          case AGREED, CONFIRMING -> until.isBefore(today);
          case READABLE -> readableTo.filter(to -> !to.isAfter(today)).isPresent();
          default -> false;
        };
    return lapsed ? RequestGraph.after(stored, RequestMove.LAPSED).orElse(stored) : stored;
  }

  /**
   * How it stands to whoever asked. Until somebody says yes or no in the end it waits until its
   * day, whoever has answered by then, and one no is like another: nothing tells the answer of the
   * place from that of the family. A no after that day is not told: only where the place had agreed
   * can it come so late.
   */
  RequestState told(LocalDate today) {
    return switch (state(today)) {
      case ASKED, AGREED, CONFIRMING, EXPIRED ->
          neededBy.isBefore(today) ? RequestState.EXPIRED : RequestState.ASKED;
      case DECLINED, REFUSED -> inTime(storedAt) ? RequestState.REFUSED : RequestState.EXPIRED;
      case READABLE, WITHDRAWN, STOPPED, CANCELLED, ENDED -> state(today);
    };
  }

  private boolean inTime(Instant at) {
    return !LocalDate.ofInstant(at, ActingClock.JAPAN).isAfter(neededBy);
  }

  /** Whether whoever asked is told of that step. */
  boolean tells(RequestMove move, Instant at) {
    return move.toldToAsker() && (!isNo(move) || inTime(at));
  }

  /** Whether the step ended it before anything was readable: to whoever asked a no like another. */
  boolean isNo(RequestMove move) {
    return move.saysNo()
        || (move == RequestMove.WITHDRAWN && stored == RequestState.DECLINED)
        || (move == RequestMove.STOPPED && stored == RequestState.REFUSED);
  }

  /** Whether the place that agreed may still end it: the family has signed. */
  boolean canBeStopped(LocalDate today) {
    return RequestGraph.after(state(today), RequestMove.STOPPED).isPresent();
  }

  /** Whether whoever asked may still take it back: as long as it is told to wait. */
  boolean canBeCancelled(LocalDate today) {
    return told(today) == RequestState.ASKED
        && RequestGraph.after(state(today), RequestMove.CANCELLED).isPresent();
  }
}
