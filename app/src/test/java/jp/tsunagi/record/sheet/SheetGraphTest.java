package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The graph of a sheet's life, and its picture in the documents. */
class SheetGraphTest {
  private static final Path DOCUMENT = Path.of("../docs/sheets.md");

  @Test
  void theDocumentShowsTheGraph() throws IOException {
    assertThat(Files.readString(DOCUMENT))
        .as("docs/sheets.md shows this between its ```mermaid fences")
        .contains("```mermaid\n" + SheetGraph.mermaid() + "```");
  }

  @Test
  void everyStateIsReachedAndNoneIsATrap() {
    Set<SheetState> reached = EnumSet.of(SheetState.DRAFT);
    for (int i = 0; i < SheetState.values().length; i++) {
      SheetGraph.EDGES.stream()
          .filter(edge -> reached.contains(edge.from()))
          .toList()
          .forEach(edge -> reached.add(edge.to()));
    }
    assertThat(reached).containsExactlyInAnyOrder(SheetState.values());
    assertThat(SheetState.values())
        .allMatch(state -> SheetGraph.EDGES.stream().anyMatch(edge -> edge.from() == state));
  }

  /** Whatever is tried: final only by confirming or finishing, or by dropping a revision. */
  @Property
  void finalIsReachedOnlyByTheMovesThatSeal(@ForAll List<SheetMove> moves) {
    SheetState state = SheetState.DRAFT;
    for (SheetMove move : moves) {
      SheetState before = state;
      state = SheetGraph.after(state, move).orElse(state);
      if (state == SheetState.FINAL && before != SheetState.FINAL) {
        assertThat(move).isIn(SheetMove.CONFIRMED, SheetMove.FINISHED, SheetMove.REVISION_DROPPED);
      }
    }
  }

  @Property
  void oneMoveLeadsToOneStateOnly(@ForAll SheetState from, @ForAll SheetMove move) {
    long ways =
        SheetGraph.EDGES.stream()
            .filter(edge -> edge.from() == from && edge.move() == move)
            .count();
    assertThat(ways).isLessThanOrEqualTo(1);
  }
}
