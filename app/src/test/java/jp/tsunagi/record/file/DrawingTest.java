package jp.tsunagi.record.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.tsunagi.TestProgram;
import jp.tsunagi.record.file.NewFile.Looked;
import jp.tsunagi.record.file.NewFile.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

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

  @Test
  void whereThereIsNoRoomNothingIsReadIntoMemory() throws Exception {
    var inside = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    var room = UploadRoom.of(1, Duration.ofMillis(20));
    var small = new Sent("a.png", () -> Photographs.plain("png", 20, 20));
    var busy = new Looked.Refused(Refusal.BUSY);
    try (var drawing = Drawing.in(room);
        var sender = Executors.newSingleThreadExecutor()) {
      Future<Optional<Boolean>> first =
          sender.submit(() ->
              room.with(() -> {
                inside.countDown();
                return waited(done);
              }));
      inside.await();
      assertThat(drawing.look(Sent.as("photo", Sent.unseen(), 2)).byField().get("photo"))
          .containsExactly(busy, busy);
      assertThat(drawing.look(Sent.unseen(), "scan")).isEqualTo(busy);
      done.countDown();
      assertThat(first.get()).contains(true);
      assertThat(drawing.look(small, "scan")).isInstanceOf(Looked.Good.class);
    }
  }

  private static boolean waited(CountDownLatch done) {
    try {
      return done.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was looked at is held until the page is answered. */
  @Test
  void thePlaceInTheRoomIsFreeWhenThePageIsAnswered() {
    var room = UploadRoom.of(1, Duration.ofMillis(20));
    var request = new ServletRequestAttributes(new MockHttpServletRequest());
    RequestContextHolder.setRequestAttributes(request);
    try {
      assertThat(room.with(() -> 1)).contains(1);
      assertThat(room.with(() -> 2)).isEmpty();
      request.requestCompleted();
      assertThat(room.with(() -> 3)).contains(3);
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }

  @Test
  void whatIsTooLargeIsRefusedUnread() {
    try (var drawing = new Drawing()) {
      assertThat(drawing.look(Sent.unseen().of(NewFile.MOST_BYTES + 1), "scan"))
          .isEqualTo(new Looked.Refused(Refusal.TOO_LARGE));
    }
  }
}
