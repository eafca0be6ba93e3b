package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant NOW = Instant.parse("2026-11-26T01:00:00Z");

  @Test
  void fiveTriesAtOnceThenOneAfterTheOther() {
    assertThat(new Pace(Pace.AT_ONCE, NOW).turn(NOW)).contains(NOW);
    Instant sixth = NOW.plus(Pace.PAUSE);
    assertThat(new Pace(6, NOW).turn(NOW)).contains(sixth);
    assertThat(new Pace(7, sixth).turn(NOW)).contains(sixth.plus(Pace.PAUSE));
    assertThat(new Pace(8, NOW.minusSeconds(60)).turn(NOW)).contains(sixth);
  }

  @Test
  void howeverManyAreSentTogetherNobodyWaitsLongerThanTheLongest() {
    List<Instant> turns = new ArrayList<>();
    Instant last = NOW;
    for (int tries = Pace.AT_ONCE + 1; tries < 100; tries++) {
      Optional<Instant> turn = new Pace(tries, last).turn(NOW);
      turn.ifPresent(turns::add);
      last = turn.orElse(last);
    }
    assertThat(turns)
        .doesNotHaveDuplicates()
        .hasSize((int) Pace.LONGEST.dividedBy(Pace.PAUSE))
        .allSatisfy(turn -> assertThat(turn).isBeforeOrEqualTo(NOW.plus(Pace.LONGEST)));
  }
}
