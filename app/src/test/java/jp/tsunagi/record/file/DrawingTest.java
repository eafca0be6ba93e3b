package jp.tsunagi.record.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagi.TestProgram;
import jp.tsunagi.record.file.NewFile.Looked;
import jp.tsunagi.record.file.NewFile.Refusal;
import org.junit.jupiter.api.Test;

/** What pictures may cost: how many at once, how large, and never inside a transaction (F2). */
class DrawingTest {
  @Test
  void ofMoreThanTenFilesNoneIsLookedAt() {
    try (var drawing = new Drawing()) {
      assertThat(drawing.look(Sent.as("photo", Sent.unseen(), 11)).byField().get("photo"))
          .hasSize(11)
          .containsOnly(new Looked.Refused(Refusal.TOO_MANY_AT_ONCE));
      var small = new Sent("a.png", () -> Photographs.plain("png", 20, 20));
      assertThat(drawing.look(Sent.as("photo", small, 10)).byField().get("photo"))
          .hasSize(10)
          .hasOnlyElementsOfType(Looked.Good.class);
    }
  }

  @Test
  void whatComesWhenTheQueueIsFullIsAskedToComeAgain() throws Exception {
    byte[] large = Photographs.plain("png", 4900, 5000);
    List<Future<Looked>> all = new ArrayList<>();
    try (var drawing = Drawing.of(1, 1);
        var senders = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 6; i++) {
        all.add(senders.submit(() -> drawing.look("a.png", large)));
      }
      List<Looked> looked = new ArrayList<>();
      for (Future<Looked> each : all) {
        looked.add(each.get());
      }
      assertThat(looked).contains(new Looked.Refused(Refusal.BUSY));
      assertThat(looked).hasAtLeastOneElementOfType(Looked.Good.class);
      assertThat(drawing.look("a.png", Photographs.plain("png", 20, 20)))
          .as("afterwards there is room again")
          .isInstanceOf(Looked.Good.class);
    }
  }

  @Test
  void nothingIsDrawnInsideATransaction() {
    var town = TestProgram.shared().newTown();
    byte[] small = Photographs.plain("png", 20, 20);
    try (var drawing = new Drawing()) {
      assertThatThrownBy(() -> town.run(_ -> drawing.look("a.png", small)))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
