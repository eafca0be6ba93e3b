package jp.tsunagi.run.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.tsunagi.TestProgram;
import org.junit.jupiter.api.Test;

/** A play that stopped half way is known as such, and is not taken for the whole city. */
class BrokenOffTest {
  private final Scenario example = Example.ofTheGuide().read();

  @Test
  void theExampleOfTheGuideIsPlayed() {
    try (TestProgram running = TestProgram.start()) {
      ScenarioPlayer player = running.bean(ScenarioPlayer.class);
      player.play(example, line -> {});
      assertThat(player.isPlayed()).isTrue();
      assertThat(player.isBrokenOff()).isFalse();
    }
  }

  @Test
  void whatStoppedHalfWayIsBrokenOff() {
    try (TestProgram running = TestProgram.start()) {
      ScenarioPlayer player = running.bean(ScenarioPlayer.class);
      assertThat(player.isBrokenOff()).isFalse();
      assertThatThrownBy(() ->
              player.play(
                  example,
                  line -> {
                    throw new IllegalStateException("the power failed");
                  }))
          .hasMessage("the power failed");
      assertThat(player.isPlayed()).isFalse();
      assertThat(player.isBrokenOff()).isTrue();
    }
  }
}
