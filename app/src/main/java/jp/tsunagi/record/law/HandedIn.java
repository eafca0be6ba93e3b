package jp.tsunagi.record.law;

import static jp.tsunagi.schema.Tables.LEGAL_GROUND;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.involvement.BeyondReach;
import jp.tsunagi.record.ground.GroundsInLaw;
import jp.tsunagi.record.ground.ScopeLine;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * 設置者・町への提出 of many sheets at once: grounds in law that were asked for and approved as one list.
 * Each is a ground like any other: it opens one sheet of one child to one office, the family sees
 * it, and it may be ended by itself.
 */
@Component
public final class HandedIn {
  private final ApplicationEventPublisher events;
  private final Trace trace;

  HandedIn(ApplicationEventPublisher events, Trace trace) {
    this.events = events;
    this.trace = trace;
  }

  /**
   * What all grounds of a list have in common.
   *
   * @param from the place that wrote the sheets
   * @param lastDay at most a year away
   */
  public record Terms(
      OrganisationId from,
      OrganisationId receiver,
      String note,
      LocalDate lastDay,
      StaffId askedBy,
      Instant askedAt,
      StaffId approvedBy,
      String word) {}

  /** One sheet: the parts of it that are opened. */
  public record Part(UUID ground, ChildId child, List<ScopeLine> scope) {}

  /** Opens all of them from now on; the second person has approved the list. */
  public void open(Tx tx, Terms terms, List<Part> parts) {
    if (terms.askedBy().equals(terms.approvedBy())) {
      throw new IllegalArgumentException("a second person approves");
    }
    LawSql.addApproved(tx, parts.stream().map(part -> ground(tx, terms, part)).toList());
    changed(tx, parts.stream().map(Part::child).collect(Collectors.toSet()), "APPROVED");
  }

  private static LegalGround ground(Tx tx, Terms terms, Part part) {
    return new LegalGround(
        part.ground(),
        part.child(),
        Law.SUBMISSION,
        "",
        terms.receiver(),
        Optional.of(terms.from()),
        part.scope(),
        false,
        terms.note(),
        terms.lastDay(),
        Optional.empty(),
        terms.askedBy(),
        "",
        terms.from(),
        terms.askedAt(),
        Optional.of(new LegalGround.Decision(terms.approvedBy(), "", true, terms.word())),
        Optional.of(tx.today()),
        Optional.empty());
  }

  /** Ends those that hold, at once. */
  public void end(Tx tx, Map<UUID, ChildId> grounds, StaffId by, String note) {
    if (LawSql.end(tx, grounds.keySet(), by, note) > 0) {
      changed(tx, Set.copyOf(grounds.values()), "ENDED");
    }
  }

  private void changed(Tx tx, Set<ChildId> children, String purpose) {
    trace.write(
        tx,
        Entry.of(Action.LEGAL_GROUND)
            .children(children)
            .ground(Law.SUBMISSION.name())
            .purpose(purpose));
    children.forEach(child -> {
      events.publishEvent(new GroundsInLaw.Changed(tx, child));
      events.publishEvent(new BeyondReach.Changed(tx, child));
    });
  }

  /** Those of them that hold today. */
  public Set<UUID> holding(Tx tx, Set<UUID> grounds) {
    return grounds.isEmpty()
        ? Set.of()
        : LawSql.of(tx, LEGAL_GROUND.GROUND_ID.in(grounds)).stream()
            .filter(one -> one.holds(tx.today()))
            .map(LegalGround::id)
            .collect(Collectors.toSet());
  }
}
