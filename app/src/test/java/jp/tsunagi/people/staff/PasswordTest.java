package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a password must not be: what everybody tries first, and names that everybody knows. */
class PasswordTest {
  private static final List<String> NAMES = List.of("つなぎ市", "ひかり園", "海辺の発達支援センター");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "Password2026!",
        "passwordpassword",
        "1qaz2wsx3edc",
        "qwertyuiop123",
        "SakuraSakura",
        "administrator",
        "iloveyou1234",
        "himitsu123456",
        "123456789012"
      })
  void whatIsTriedFirstIsRefused(String common) {
    assertThat(Password.problem(common, "morita")).contains("staff.password.common");
  }

  @Test
  void thereAreThousandsOfThemAndEachIsLongEnoughToMatter() {
    assertThat(CommonPasswords.size()).isGreaterThan(3_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tsunagi no machi",
        "tsu-na-gi 100 ban",
        "つなぎのまちの夜あけ電車2",
        "hikari to yume 88",
        "海辺の発達支援センター31"
      })
  void aNameThatEverybodyKnowsHereIsRefused(String named) {
    assertThat(Password.problem(named, "morita", NAMES)).contains("staff.password.name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"umi no mieru oka 58", "midori no oka 1207", "夜あけの電車は三両だけ走る"})
  void aSentenceOfOnesOwnIsTaken(String own) {
    assertThat(Password.problem(own, "morita", NAMES)).isEmpty();
  }

  @Test
  void theLoginAndWhatIsTooShortAreRefused() {
    assertThat(Password.problem("morita no uchi 1", "morita")).contains("staff.password.login");
    assertThat(Password.problem("umi no oka", "morita")).contains("staff.password.short");
    assertThat(Password.problem("a".repeat(129), "morita")).contains("staff.password.long");
  }

  @Test
  void oneThatIsProposedIsNeverAmongThem() {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      assertThat(Password.problem(Password.suggested(random), "morita", NAMES)).isEmpty();
    }
  }
}
