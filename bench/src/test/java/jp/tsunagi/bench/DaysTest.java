package jp.tsunagi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DaysTest {
  @Test
  void readsWhatGatlingSaysAtTheEnd() {
    String end = " is greater than or equal to 0.0 : true (actual : ";
    assertThat(
            Days.read(
                List.of(
                    "Simulation jp.tsunagi.bench.DaysSimulation started...",
                    "> April: classes |  4 |",
                    "April: classes: count of all events" + end + "40.0)",
                    "April: classes: count of failed events" + end + "1.0)",
                    "April: classes: 50th percentile of response time" + end + "12.4)",
                    "April: classes: 95th percentile of response time" + end + "20.0)",
                    "April: classes: 99th percentile of response time" + end + "1.0E3)",
                    "guardian's evening: sheet: count of all events" + end + "2.0)")))
        .containsExactly(
            new Result.Day("April", "classes", 40, 1, 12, 20, 1000),
            new Result.Day("guardian's evening", "sheet", 2, 0, 0, 0, 0));
  }
}
