package jp.tsunagi.run.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - {date: 2025-04-07, act: register} | - {date: 2026-04-07, act: register}
          birth: 2020-02-29                   | birth: 2021-02-28
          place-from: 2024-05                 | place-from: 2025-05
          diagnosed-on: '2025'                | diagnosed-on: '2026'
          fiscal-year: 2025                   | fiscal-year: 2026
          2025: [ぞう組]                       | 2026: [ぞう組]
          text: 手術あと（2026年1月）           | text: 手術あと（2027年1月）
          phone: 0000-20-1200                 | phone: 0000-20-1200
          birth-weight: 2024                  | birth-weight: 2024
          scan: U2025-0001                    | scan: U2025-0001
          """)
  void everyYearMovesAndNothingElse(String written, String told) {
    assertThat(new Years(1).moved(written)).isEqualTo(told);
  }
}
