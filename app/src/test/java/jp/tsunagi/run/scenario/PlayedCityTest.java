package jp.tsunagi.run.scenario;

import static jp.tsunagi.schema.Tables.AUDIT_EVENT;
import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.HANDOVER;
import static jp.tsunagi.schema.Tables.HANDOVER_RECEIPT;
import static jp.tsunagi.schema.Tables.ISSUE;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.TestProgram;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.TenantId;
import org.jooq.Condition;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

/** The shipped city can be played from its first to its last day under the rules of each day. */
class PlayedCityTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  /** For each person: about one path of every kind there is. */
  private static final int PAGES = 50;

  private final Actor program = new Actor.Job(new TenantId(1), "test");

  @Test
  void theShippedCityIsPlayedToItsEndAndTellsNobodyTooMuch() throws SQLException {
    try (TestProgram running = TestProgram.start()) {
      ScenarioPlayer player = running.bean(ScenarioPlayer.class);
      assertThat(player.isPlayed()).isFalse();

      player.play(ScenarioFile.shipped(DAY), line -> {});

      assertThat(player.isPlayed()).isTrue();
      assertThat(count(running, CHILD, CHILD.TENANT_ID.isNotNull())).isEqualTo(120);
      assertThat(count(running, CONSENT, CONSENT.KIND.eq("USE"))).isGreaterThan(100);
      assertThat(count(running, SHEET, SHEET.STATE.eq("FINAL"))).isGreaterThan(300);
      assertThat(count(running, SHEET, SHEET.STATE.eq("WITH_GUARDIAN"))).isPositive();
      assertThat(count(running, SHEET, SHEET.STATE.eq("DRAFT"))).isPositive();
      assertThat(count(running, HANDOVER_RECEIPT, HANDOVER_RECEIPT.TENANT_ID.isNotNull()))
          .isPositive()
          .isLessThan(count(running, HANDOVER, HANDOVER.TENANT_ID.isNotNull()));
      assertThat(count(running, ISSUE, ISSUE.CONSENT_ID.isNotNull())).isGreaterThan(25);
      assertThat(count(running, ITEM, ITEM.STATE.eq("FINAL"))).isGreaterThan(1000);
      assertThat(count(running, AUDIT_EVENT, AUDIT_EVENT.CHILD_ID.isNotNull())).isGreaterThan(1500);
      assertThat(player.accounts()).hasSize(15).extracting("login").contains("mizuno");

      running.clock().set(DAY);
      Set<String> logins =
          player.accounts().stream().map(ScenarioPlayer.Login::login).collect(Collectors.toSet());
      TokenWalk walk = new TokenWalk(PAGES, 1);
      walk.walk(running, logins::contains);
      assertThat(walk.met()).as("words met").isGreaterThan(1_000);
    }
  }

  private int count(TestProgram running, Table<?> table, Condition which) {
    return running
        .database()
        .call(program, tx -> tx.sql().fetchCount(tx.sql().selectFrom(table).where(which)));
  }
}
