package jp.tsunagi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
  @Test
  void areFiguresThatWereMeasured() {
    long[] hundred = LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray();
    assertThat(Percentiles.of(hundred)).isEqualTo(new Percentiles(100, 50, 95, 99, 100));
    assertThat(hundred[0]).as("left as they were").isEqualTo(100_000_000);
  }

  @Test
  void ofFewTheyAreTheMost() {
    assertThat(Percentiles.of(new long[] {3_000_000, 1_000_000}))
        .isEqualTo(new Percentiles(2, 1, 3, 3, 3));
    assertThat(Percentiles.of(new long[0])).isEqualTo(Percentiles.NONE);
  }
}
