package jp.tsunagi.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
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

  /** The engine itself is not at hand: its name among the extensions is what is looked at. */
  @Test
  void aDistributedEngineIsSaid() throws SQLException {
    try (Connection superuser = TestServer.superuser(sound);
        var statement = superuser.createStatement()) {
      statement.execute("set allow_system_table_mods = on");
      statement.execute(
          "insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)"
              + " select 99999, 'citus', extowner, extnamespace, false, '13.2' from pg_extension limit 1");
    }
    assertThat(refusal(sound)).isEqualTo(Reason.DISTRIBUTED);
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
