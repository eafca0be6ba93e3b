package jp.tsunagi.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import jp.tsunagi.base.database.InstallationRefused.Reason;
import org.junit.jupiter.api.Test;

/** A database that cannot be used is refused with the reason its keeper can act on. */
class InstallationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

  private final DatabaseAddress sound = TestServer.fresh();

  private static Reason refusal(DatabaseAddress address) {
    return catchThrowableOfType(
            InstallationRefused.class, () -> new Installation(address).prepare(TODAY))
        .reason();
  }

  private DatabaseAddress at(String url) {
    return new DatabaseAddress(
        url,
        sound.ownerName(),
        sound.ownerPassword(),
        sound.applicationName(),
        sound.applicationPassword());
  }

  @Test
  void whatIsPreparedAlreadyIsPreparedAgainWithoutHarm() {
    new Installation(sound).prepare(TODAY);
  }

  @Test
  void aWrongPasswordIsSaid() {
    assertThat(
            refusal(
                new DatabaseAddress(sound.url(), sound.ownerName(), "guessed", "application", "x")))
        .isEqualTo(Reason.PASSWORD);
  }

  @Test
  void aDatabaseThatIsNotThereIsSaid() {
    assertThat(refusal(at(sound.url() + "_nowhere"))).isEqualTo(Reason.MISSING);
  }

  @Test
  void aServerThatDoesNotAnswerIsSaid() {
    assertThat(refusal(at("jdbc:postgresql://127.0.0.1:1/tsunagi"))).isEqualTo(Reason.UNREACHABLE);
    assertThat(refusal(at("postgres.example"))).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void anOwnerWithoutTheRightsIsSaid() {
    assertThat(
            refusal(
                new DatabaseAddress(
                    sound.url(),
                    sound.applicationName(),
                    sound.applicationPassword(),
                    "tsunagi_second",
                    "x")))
        .isEqualTo(Reason.RIGHTS);
  }
}
