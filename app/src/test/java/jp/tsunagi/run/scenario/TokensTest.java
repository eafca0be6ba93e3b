package jp.tsunagi.run.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import jp.tsunagi.TestProgram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every field of every child of the made-up city bears a word of its own; everybody who has a login
 * walks through all pages, papers and files. Nobody meets a word that the rule, written a second
 * time, does not let him read, and for each child of whom something was met there is a row in the
 * trace (SECURITY: invariants 1, 2 and 4).
 */
@Tag("drill")
@Tag("drill-tokens")
class TokensTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  @Test
  void nobodyMeetsAWordThatIsNotForThem() throws SQLException {
    try (TestProgram running = TestProgram.start()) {
      running.bean(ScenarioPlayer.class).play(ScenarioFile.shipped(DAY), line -> {});
      running.clock().set(DAY);
      TokenWalk walk = new TokenWalk(Integer.getInteger("drill.pages", 200), 4);
      walk.walk(running, login -> true);
      assertThat(walk.met()).as("words met").isGreaterThan(10_000);
    }
  }
}
