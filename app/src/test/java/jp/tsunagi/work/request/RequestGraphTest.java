package jp.tsunagi.work.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import jp.tsunagi.record.ground.ConsentMoved;
import org.junit.jupiter.api.Test;

class RequestGraphTest {
  @Test
  void theGuideShowsThePicture() throws IOException {
    assertThat(Files.readString(Path.of("../docs/access.md")))
        .contains("```mermaid\n" + RequestGraph.mermaid() + "```");
  }

  @Test
  void everyStateIsReached() {
    Set<RequestState> reached = EnumSet.of(RequestState.ASKED);
    for (int i = 0; i < RequestState.values().length; i++) {
      RequestGraph.EDGES.stream()
          .filter(edge -> reached.contains(edge.from()))
          .toList()
          .forEach(edge -> reached.add(edge.to()));
    }
    assertThat(reached).containsExactlyInAnyOrder(RequestState.values());
  }

  /** Nothing becomes readable but by the family. */
  @Test
  void readableOnlyByTheFamily() {
    assertThat(RequestGraph.EDGES)
        .filteredOn(edge -> edge.to() == RequestState.READABLE)
        .extracting(RequestGraph.Edge::move)
        .containsExactlyInAnyOrder(RequestMove.FAMILY_AGREED, RequestMove.CONFIRMED);
    assertThat(RequestGraph.EDGES)
        .filteredOn(edge -> edge.move() == RequestMove.CONFIRMED)
        .extracting(RequestGraph.Edge::from)
        .containsExactly(RequestState.CONFIRMING);
  }

  @Test
  void everyMoveOfAConsentIsUnderstood() {
    assertThat(ConsentMoved.Move.values())
        .allSatisfy(move ->
            assertThat(RequestGraph.EDGES).anyMatch(edge -> edge.move() == RequestMove.of(move)));
  }
}
