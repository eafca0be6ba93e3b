package jp.tsunagi.record.sheet;

import static jp.tsunagi.record.sheet.SheetState.DISCARDED;
import static jp.tsunagi.record.sheet.SheetState.DRAFT;
import static jp.tsunagi.record.sheet.SheetState.FINAL;
import static jp.tsunagi.record.sheet.SheetState.IN_APPROVAL;
import static jp.tsunagi.record.sheet.SheetState.WITH_GUARDIAN;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one graph of a sheet's life; docs/sheets.md shows the picture drawn from it. */
final class SheetGraph {
  static final List<Edge> EDGES =
      List.of(
          new Edge(DRAFT, SheetMove.SUBMITTED, IN_APPROVAL),
          new Edge(IN_APPROVAL, SheetMove.APPROVED, IN_APPROVAL),
          new Edge(IN_APPROVAL, SheetMove.SENT_BACK, IN_APPROVAL),
          new Edge(IN_APPROVAL, SheetMove.RETURNED, DRAFT),
          new Edge(IN_APPROVAL, SheetMove.PULLED_BACK, DRAFT),
          new Edge(IN_APPROVAL, SheetMove.SENT_TO_GUARDIAN, WITH_GUARDIAN),
          new Edge(IN_APPROVAL, SheetMove.FINISHED, FINAL),
          new Edge(DRAFT, SheetMove.SENT_TO_GUARDIAN, WITH_GUARDIAN),
          new Edge(DRAFT, SheetMove.CONFIRMED, FINAL),
          new Edge(DRAFT, SheetMove.FINISHED, FINAL),
          new Edge(DRAFT, SheetMove.DISAGREED, DRAFT),
          new Edge(DRAFT, SheetMove.ASKED_TO_TALK, DRAFT),
          new Edge(DRAFT, SheetMove.PARTLY_AGREED, DRAFT),
          new Edge(DRAFT, SheetMove.MEETING_HELD, DRAFT),
          new Edge(DRAFT, SheetMove.TALKED_OVER, DRAFT),
          new Edge(DRAFT, SheetMove.EXPLAINED, DRAFT),
          new Edge(DRAFT, SheetMove.LIFTED, DRAFT),
          new Edge(DRAFT, SheetMove.DISCARDED, DISCARDED),
          new Edge(DRAFT, SheetMove.REVISION_DROPPED, FINAL),
          new Edge(WITH_GUARDIAN, SheetMove.CONFIRMED, FINAL),
          new Edge(WITH_GUARDIAN, SheetMove.DISAGREED, WITH_GUARDIAN),
          new Edge(WITH_GUARDIAN, SheetMove.ASKED_TO_TALK, WITH_GUARDIAN),
          new Edge(WITH_GUARDIAN, SheetMove.PARTLY_AGREED, WITH_GUARDIAN),
          new Edge(WITH_GUARDIAN, SheetMove.NOT_ANSWERED, WITH_GUARDIAN),
          new Edge(WITH_GUARDIAN, SheetMove.USED_INSIDE, WITH_GUARDIAN),
          new Edge(WITH_GUARDIAN, SheetMove.EXPLAINED, WITH_GUARDIAN),
          new Edge(WITH_GUARDIAN, SheetMove.DELIVERED, WITH_GUARDIAN),
          new Edge(WITH_GUARDIAN, SheetMove.PULLED_BACK, DRAFT),
          new Edge(FINAL, SheetMove.DELIVERED, FINAL),
          new Edge(FINAL, SheetMove.CORRECTION_STARTED, DRAFT),
          new Edge(FINAL, SheetMove.AMENDMENT_STARTED, DRAFT),
          new Edge(FINAL, SheetMove.RESTORED, DRAFT),
          new Edge(DISCARDED, SheetMove.RESTORED, DRAFT),
          new Edge(DRAFT, SheetMove.RELOCATED, DRAFT),
          new Edge(FINAL, SheetMove.RELOCATED, FINAL),
          new Edge(WITH_GUARDIAN, SheetMove.RELOCATED_OPEN, DRAFT),
          new Edge(FINAL, SheetMove.RELOCATED_OPEN, DRAFT));

  private SheetGraph() {}

  /** One move and where it leads. */
  record Edge(SheetState from, SheetMove move, SheetState to) {}

  /** Where the move leads from there; empty when it cannot be made. */
  static Optional<SheetState> after(SheetState from, SheetMove move) {
    return EDGES.stream()
        .filter(edge -> edge.from() == from && edge.move() == move)
        .map(Edge::to)
        .findFirst();
  }

  /** The picture, in the language of Mermaid. */
  static String mermaid() {
    return EDGES.stream()
        .map(edge -> "    %s --> %s: %s".formatted(edge.from(), edge.to(), edge.move()))
        .collect(Collectors.joining("\n", "stateDiagram-v2\n    [*] --> DRAFT: STARTED\n", "\n"));
  }
}
