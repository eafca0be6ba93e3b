package jp.tsunagi.work.request;

import static jp.tsunagi.work.request.RequestState.AGREED;
import static jp.tsunagi.work.request.RequestState.ASKED;
import static jp.tsunagi.work.request.RequestState.CANCELLED;
import static jp.tsunagi.work.request.RequestState.CONFIRMING;
import static jp.tsunagi.work.request.RequestState.DECLINED;
import static jp.tsunagi.work.request.RequestState.ENDED;
import static jp.tsunagi.work.request.RequestState.EXPIRED;
import static jp.tsunagi.work.request.RequestState.READABLE;
import static jp.tsunagi.work.request.RequestState.REFUSED;
import static jp.tsunagi.work.request.RequestState.STOPPED;
import static jp.tsunagi.work.request.RequestState.WITHDRAWN;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one graph of a request's life; docs/access.md shows the picture drawn from it. */
final class RequestGraph {
  static final List<Edge> EDGES =
      List.of(
          new Edge(ASKED, RequestMove.AGREED, AGREED),
          new Edge(ASKED, RequestMove.REFUSED, REFUSED),
          new Edge(ASKED, RequestMove.CANCELLED, CANCELLED),
          new Edge(ASKED, RequestMove.LAPSED, EXPIRED),
          new Edge(AGREED, RequestMove.FAMILY_AGREED, READABLE),
          new Edge(AGREED, RequestMove.FAMILY_SIGNED, CONFIRMING),
          new Edge(AGREED, RequestMove.DECLINED, DECLINED),
          new Edge(AGREED, RequestMove.DROPPED, REFUSED),
          new Edge(AGREED, RequestMove.CANCELLED, CANCELLED),
          new Edge(AGREED, RequestMove.LAPSED, EXPIRED),
          new Edge(CONFIRMING, RequestMove.CONFIRMED, READABLE),
          new Edge(CONFIRMING, RequestMove.WITHDRAWN, DECLINED),
          new Edge(CONFIRMING, RequestMove.STOPPED, REFUSED),
          new Edge(CONFIRMING, RequestMove.CANCELLED, CANCELLED),
          new Edge(CONFIRMING, RequestMove.LAPSED, EXPIRED),
          new Edge(READABLE, RequestMove.WITHDRAWN, WITHDRAWN),
          new Edge(READABLE, RequestMove.STOPPED, STOPPED),
          new Edge(READABLE, RequestMove.LAPSED, ENDED));

  private RequestGraph() {}

  /** One move and where it leads. */
  record Edge(RequestState from, RequestMove move, RequestState to) {}

  /** Where the move leads from there; empty when it cannot be made. */
  static Optional<RequestState> after(RequestState from, RequestMove move) {
    return EDGES.stream()
        .filter(edge -> edge.from() == from && edge.move() == move)
        .map(Edge::to)
        .findFirst();
  }

  /** The picture, in the language of Mermaid. */
  static String mermaid() {
    return EDGES.stream()
        .map(edge -> "    %s --> %s: %s".formatted(edge.from(), edge.to(), edge.move()))
        .collect(Collectors.joining("\n", "stateDiagram-v2\n    [*] --> ASKED: ASKED\n", "\n"));
  }
}
