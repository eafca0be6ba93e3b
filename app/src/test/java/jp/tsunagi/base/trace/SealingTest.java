package jp.tsunagi.base.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import org.junit.jupiter.api.Test;

/** Sealing as the program starts and stops it. */
class SealingTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final List<String> kept = new CopyOnWriteArrayList<>();

  @Test
  void whatTheLastRequestLeftIsSealedBeforeItStops() {
    Sealing sealing =
        new Sealing(program.database(), program.bean(TraceKey.class), List.of(kept::add));
    sealing.start();
    assertThat(sealing.isRunning()).isTrue();
    town.run(
        tx -> program.bean(Trace.class).write(tx, Entry.of(Action.ADMINISTER).about("the.last")));
    sealing.stop();
    assertThat(sealing.isRunning()).isFalse();
    assertThat(new Sealer(program.database(), program.bean(TraceKey.class)).lag(town.tenant()))
        .isZero();
    assertThat(kept).anyMatch(line -> line.startsWith("{\"tenant\":" + town.tenant() + ","));
  }
}
