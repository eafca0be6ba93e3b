package jp.tsunagi.base.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jp.tsunagi.base.access.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a restore leaves behind is known as that, and a cut end is not taken for a restore. */
class RestoredTest {
  private final TraceTown town = new TraceTown();
  private final Map<KeptSeals.Place, String> outside = new HashMap<>();

  /** Three seals were handed out; a backup of the time of the second is all that is left. */
  @BeforeEach
  void goBackToTheSecondSeal() {
    for (int day = 0; day < 3; day++) {
      sealedDay();
    }
    town.tamper(
        "delete from audit_event where transaction_id >= (select from_transaction from audit_seal"
            + " where number = 3)");
    town.tamper(
        "delete from audit_subject s where not exists (select 1 from audit_event e where"
            + " e.event_id = s.event_id)");
    town.tamper("delete from audit_seal where number = 3");
    town.tamper("update infra.installation set incarnation = 2");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private void sealedDay() {
    town.day();
    Seal seal = town.sealer.seal(TraceTown.TENANT).orElseThrow();
    outside.put(seal.place(), Seal.hex(seal.hash()));
  }

  /** Whoever has the key says so, as a restore does. */
  private void sayItWasARestore(int incarnation, int life, long head) {
    town.database.run(
        new Actor.Job(TraceTown.TENANT, "restore"),
        tx ->
            town.trace.write(
                tx,
                Entry.of(Action.ADMINISTER)
                    .about(
                        "installation.restored=%d life=%d seal=%d"
                            .formatted(incarnation, life, head))));
  }

  @Test
  void itsOwnRowTellsWhatIsLeftBehind() {
    sayItWasARestore(2, 1, 2);
    sealedDay();
    AuditReport report = town.check(outside);
    assertThat(report.findings()).isEmpty();
    assertThat(report.leftBehind()).isEqualTo(1);
    assertThat(report.unsealed()).isZero();
    assertThat(outside.keySet())
        .as("the number of a seal is given again, in another life")
        .contains(new KeptSeals.Place(1, 3), new KeptSeals.Place(2, 3));
  }

  @Test
  void withoutItsRowItIsACutEnd() {
    sealedDay();
    assertThat(town.check(outside).findings())
        .containsExactly(new AuditFinding.KeptOutsideDiffers(3));
  }

  @Test
  void aRestoreLeavesBehindNothingFromBeforeItsBackup() {
    sayItWasARestore(2, 1, 3);
    sealedDay();
    assertThat(town.check(outside).findings())
        .containsExactly(new AuditFinding.KeptOutsideDiffers(3));
  }

  @Test
  void nothingOfItsOwnLifeIsLeftBehind() {
    sayItWasARestore(2, 1, 2);
    sealedDay();
    sealedDay();
    town.tamper("delete from audit_seal where number = 4");
    assertThat(town.check(outside).findings()).contains(new AuditFinding.KeptOutsideDiffers(4));
  }

  @Test
  void theWordOfWhoeverHasNoKeyIsNotBelieved() {
    sealedDay();
    town.tamper(
        "update audit_event set detail = '{\"about\": \"installation.restored=2 life=1 seal=2\"}' where"
            + " action = 'ADMINISTER' and event_id = (select event_id from audit_event where action ="
            + " 'ADMINISTER' order by transaction_id desc limit 1)");
    assertThat(town.check(outside).isSound()).isFalse();
  }

  @Test
  void rowsThatNoSealCoveredYetAreSealedInTheNextLife() {
    town.tamper("update infra.installation set incarnation = 1");
    town.day();
    town.tamper("update infra.installation set incarnation = 2");
    sayItWasARestore(2, 1, 2);
    sealedDay();
    AuditReport report = town.check(outside);
    assertThat(report.findings()).isEmpty();
    assertThat(report.events()).isEqualTo(2 * 3 + 3 + 1 + 3);
    assertThat(report.unsealed()).isZero();
  }

  @Test
  void itIsSaidOnceForEachLife() {
    Restored said = Restored.say(town.database, town.trace, TraceTown.TENANT, 2);
    assertThat(said).isEqualTo(new Restored(2, new KeptSeals.Place(1, 2)));
    sealedDay();
    assertThat(Restored.say(town.database, town.trace, TraceTown.TENANT, 2)).isEqualTo(said);
    assertThat(town.check(outside).leftBehind()).isEqualTo(1);
  }

  /**
   * The wrong backup first, then a later one: what the first life wrote after it is left behind,
   * too.
   */
  @Test
  void twoRestoresLeaveBehindWhatCameBetween() {
    outside.put(new KeptSeals.Place(2, 2), "00".repeat(32));
    town.tamper("update infra.installation set incarnation = 3");
    sayItWasARestore(3, 1, 2);
    sealedDay();
    AuditReport report = town.check(outside);
    assertThat(report.findings()).isEmpty();
    assertThat(report.leftBehind()).isEqualTo(2);
  }

  /**
   * A database that was moved without its incarnation numbers its transactions from the beginning.
   */
  @Test
  void rowsThatNoSealWouldEverCoverAreLate() {
    sayItWasARestore(2, 1, 2);
    sealedDay();
    town.tamper("update infra.installation set incarnation = 1");
    town.day();
    assertThat(town.sealer.lag(TraceTown.TENANT)).isGreaterThan(Duration.ofHours(1));
    assertThatThrownBy(() -> town.sealer.seal(TraceTown.TENANT))
        .isInstanceOf(DatabaseMovedWithoutIncarnation.class);
  }
}
