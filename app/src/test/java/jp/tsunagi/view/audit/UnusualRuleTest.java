package jp.tsunagi.view.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.view.audit.UnusualRule.Hour;
import org.junit.jupiter.api.Test;

/** How many children in an hour are many, against the person's own hours. */
class UnusualRuleTest {
  private static final UUID NEW = UUID.randomUUID();
  private static final UUID BUSY = UUID.randomUUID();
  private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
  private static final LocalDate SINCE = LocalDate.of(2026, 11, 1);

  private static List<Hour> usually(UUID who, int children) {
    List<Hour> hours = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      hours.add(new Hour(who, START.minus(Duration.ofDays(i + 5L)), children));
    }
    return hours;
  }

  private static List<Hour> many(List<Hour> usual, UUID who, int children) {
    List<Hour> all = new ArrayList<>(usual);
    all.add(new Hour(who, START, children));
    return UnusualRule.many(all, SINCE);
  }

  @Test
  void whoHasHardlyWorkedHereIsMeasuredByTheLeastAlone() {
    assertThat(many(List.of(), NEW, 19)).isEmpty();
    assertThat(many(List.of(), NEW, 20)).hasSize(1);
  }

  @Test
  void threeTimesTheUsualHourIsManyAndNeverFewerThanTwenty() {
    assertThat(many(usually(BUSY, 12), BUSY, 35)).isEmpty();
    assertThat(many(usually(BUSY, 12), BUSY, 36)).hasSize(1);
    assertThat(many(usually(BUSY, 1), BUSY, 19)).isEmpty();
  }

  @Test
  void whatLiesBeforeTheMonthSaysOnlyWhatIsUsual() {
    List<Hour> before = List.of(new Hour(NEW, START.minus(Duration.ofDays(10)), 200));
    assertThat(UnusualRule.many(before, SINCE)).isEmpty();
  }
}
