package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Only tests hash less often than a stolen hash must withstand. */
class PasswordRoundsTest {
  @Test
  void theProgramHashesAsOftenAsItShould() {
    assertThat(new WebConfiguration().passwordRounds().value()).isGreaterThanOrEqualTo(600_000);
  }
}
