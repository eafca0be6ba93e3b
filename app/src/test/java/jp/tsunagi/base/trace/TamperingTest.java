package jp.tsunagi.base.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has all power over the database, but not the key, changes nothing unnoticed. */
class TamperingTest {
  private static final String SOME =
      "(select event_id from audit_event order by transaction_id, ordinal offset 4 limit 1)";

  private final TraceTown town = new TraceTown();
  private final Map<KeptSeals.Place, String> outside = new HashMap<>();

  @BeforeEach
  void threeSeals() {
    for (int day = 0; day < 3; day++) {
      town.day();
      Seal seal = town.sealer.seal(TraceTown.TENANT).orElseThrow();
      outside.put(seal.place(), Seal.hex(seal.hash()));
    }
    assertThat(town.check(outside).isSound()).isTrue();
  }

  @AfterEach
  void close() {
    town.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ordinal = ordinal + 50",
        "at = at + interval '1 second'",
        "actor_kind = 'STAFF'",
        "actor_id = gen_random_uuid()",
        "actor_name = 'somebody else'",
        "assignment_id = gen_random_uuid()",
        "organisation_id = gen_random_uuid()",
        "action = 'VIEW_FILE'",
        "child_id = gen_random_uuid()",
        "item_id = gen_random_uuid()",
        "ground = 'own'",
        "purpose = 'another'",
        "request_id = gen_random_uuid()",
        "detail = '{\"about\": \"x\"}'",
        "canonical = '\\x00'",
        "hash = sha256('x')",
        "transaction_id = transaction_id + 1"
      })
  void noColumnChangesUnnoticed(String change) {
    assertThat(town.tamper("update audit_event set " + change + " where event_id = " + SOME))
        .isEqualTo(1);
    assertThat(town.check().isSound()).isFalse();
  }

  @Test
  void aRemovedRowIsMissed() {
    town.tamper("delete from audit_event where event_id = " + SOME);
    assertThat(town.check().findings()).contains(new AuditFinding.StretchChanged(2, 3, 2));
  }

  @Test
  void aCopiedRowIsOneTooMany() {
    town.tamper(
        "insert into audit_event (tenant_id, event_id, transaction_id, ordinal, at, actor_kind,"
            + " action, canonical, hash) select tenant_id, gen_random_uuid(), transaction_id, 99, at,"
            + " actor_kind, action, canonical, hash from audit_event where event_id = "
            + SOME);
    assertThat(town.check().findings()).contains(new AuditFinding.StretchChanged(2, 3, 4));
  }

  @Test
  void twoRowsThatChangePlacesAreFound() {
    town.tamper(
        "update audit_event e set ordinal = 2 - ordinal where ordinal in (0, 2)"
            + " and transaction_id = (select transaction_id from audit_event where event_id = "
            + SOME
            + ")");
    assertThat(town.check().isSound()).isFalse();
  }

  @Test
  void whomAListShowedCannotBeChanged() {
    town.tamper("delete from audit_subject where ctid = (select min(ctid) from audit_subject)");
    assertThat(town.check().findings()).hasOnlyElementsOfType(AuditFinding.SubjectsChanged.class);
  }

  @Test
  void aSealThatIsMissingBreaksTheChain() {
    town.tamper("delete from audit_seal where number = 2");
    assertThat(town.check().findings()).contains(new AuditFinding.ChainBroken(3));
  }

  @Test
  void aChangedSealIsFound() {
    town.tamper("update audit_seal set events = events + 1 where number = 2");
    assertThat(town.check().findings()).contains(new AuditFinding.SealChanged(2));
  }

  @Test
  void aCutEndShowsAgainstTheSealsKeptOutside() {
    town.tamper(
        "delete from audit_event where transaction_id >= (select from_transaction from audit_seal"
            + " where number = 3)");
    town.tamper(
        "delete from audit_subject s where not exists (select 1 from audit_event e where"
            + " e.event_id = s.event_id)");
    town.tamper("delete from audit_seal where number = 3");
    assertThat(town.check().isSound()).as("alone, the trace cannot know").isTrue();
    assertThat(town.check(outside).findings())
        .containsExactly(new AuditFinding.KeptOutsideDiffers(3));
  }

  @Test
  void aTraceRewrittenWithTheStolenKeyShowsAgainstTheSealsKeptOutside() {
    town.tamper("delete from audit_event");
    town.tamper("delete from audit_subject");
    town.tamper("delete from audit_seal");
    for (int day = 0; day < 3; day++) {
      town.day();
      assertThat(town.sealer.seal(TraceTown.TENANT)).isPresent();
    }
    assertThat(town.check().isSound()).isTrue();
    assertThat(town.check(outside).findings()).hasSize(3);
  }

  @Test
  void theServingRoleCanOnlyAddAndRead() {
    List<String> forbidden =
        List.of(
            "update audit_event set action = 'x'",
            "delete from audit_event",
            "update audit_subject set at = now()",
            "delete from audit_subject",
            "update audit_seal set events = 1",
            "delete from audit_seal",
            "truncate audit_event");
    for (String sql : forbidden) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> town.database.run(TraceTown.job(), tx -> tx.sql().execute(sql)))
          .as(sql)
          .hasMessageContaining("permission denied");
    }
  }
}
