package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which PINs are refused, because colleagues would try them first. */
class PinTest {
  private static final String LOGIN = "hida4711930";

  private static void refused(String problem, List<String> pins) {
    assertThat(pins)
        .allSatisfy(pin ->
            assertThat(Pin.problem(pin, LOGIN)).as(pin).contains("staff.pin.refused." + problem));
  }

  @Test
  void sixToTwelveDigits() {
    refused("digits", List.of("", "27091", "2709150000000", "27091a", "２７０９１５", "-270915"));
    assertThat(Pin.typed(" ２７０９１５ ")).isEqualTo("270915");
  }

  @Test
  void repeatedDigitsAndRowsAreTrivial() {
    refused(
        "trivial",
        List.of(
            "000000",
            "777777",
            "121212",
            "123123",
            "12341234",
            "123456",
            "654321",
            "890123",
            "098765",
            "1212121"));
  }

  @Test
  void aDayIsTrivialInEitherCalendar() {
    refused("date", List.of("850314", "600314", "080229", "19850314", "20010203"));
    assertThat(Pin.problem("853199", LOGIN)).isEmpty();
    assertThat(Pin.problem("29851399", LOGIN)).isEmpty();
  }

  @Test
  void whatStandsInTheLoginIsTrivial() {
    refused("login", List.of("471193"));
  }

  @Test
  void othersAreTaken() {
    assertThat(List.of("275915", "9482716", "831947265108"))
        .allSatisfy(pin -> assertThat(Pin.problem(pin, LOGIN)).as(pin).isEmpty());
  }
}
