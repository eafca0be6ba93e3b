package jp.tsunagi.run.ledger;

import static jp.tsunagi.schema.Tables.CHILD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** A program that is stopped while a ledger is taken in. */
class LedgerStopTest {
  private static final int ROWS = 1_500;
  private static final String KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねの";

  private static String row(int number) {
    String given =
        IntStream.of(number / 625, number / 25 % 25, number % 25)
            .mapToObj(at -> KANA.substring(at, at + 1))
            .collect(Collectors.joining());
    return "青空 %s,あおぞら %s,R3.4.2,女,,青空 はる（父）,,,,R7.5.1,\n".formatted(given, given);
  }

  private static UploadSql.Upload ledger(TestTown.Worker worker) {
    String file =
        LedgerTest.HEADS
            + IntStream.range(0, ROWS).mapToObj(LedgerStopTest::row).collect(Collectors.joining());
    return new UploadSql.Upload(
        Id.fresh(), worker.organisation(), "x.csv", file.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void itIsTakenBackWholeAndMayBeBegunAgain() throws Exception {
    try (TestProgram program = TestProgram.start()) {
      TestTown town = program.newTown();
      var centre = town.organisation(OrganisationKind.CENTRE, "つなぎ児童発達支援センター");
      town.organisation(OrganisationKind.EDUCATION_CENTRE, "教育センター");
      Actor.Staff actor = town.actor(town.worker(centre, PostKind.COUNSELLOR, "水野 ことね"));
      UploadSql.Upload upload = ledger(town.worker(centre, PostKind.COUNSELLOR, "竹林 しん"));
      program.database().run(actor, tx -> RunSql.begin(tx, actor.staff(), upload));
      LedgerRun runs = program.bean(LedgerRun.class);
      var run = runs.start(actor, actor.seats().getFirst(), upload);
      assertThat(runs.waiting()).isOne();
      awaitSomeRows(program, actor, upload);
      runs.stop();
      assertThat(run.get(30, TimeUnit.SECONDS)).isEqualTo(RunSql.State.FAILED);
      assertThat(runs.waiting()).isZero();
      assertThat(runs.isRunning()).isFalse();
      assertThat(
              town.<Integer>call(
                  tx -> tx.sql().fetchCount(CHILD, CHILD.TENANT_ID.eq(town.tenant()))))
          .isZero();
    }
  }

  private static void awaitSomeRows(
      TestProgram program, Actor.Staff actor, UploadSql.Upload upload) {
    int done = 0;
    for (int times = 0; done == 0 && times < 2_000; times++) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      done =
          program
              .database()
              .call(actor, tx -> RunSql.find(tx, actor.staff(), upload.id()).orElseThrow().done());
    }
    assertThat(done).isBetween(1, ROWS - 1);
  }
}
