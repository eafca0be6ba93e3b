package jp.tsunagi.run.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import jp.tsunagi.TestProgram;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.AuditCheck;
import jp.tsunagi.base.trace.AuditReport;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.TraceKey;
import org.junit.jupiter.api.Test;

/** The trace of a made-up city stands any check that a real one must stand. */
class CityTraceTest {
  /** The towns of other tests are numbered from one on. */
  private static final TenantId FAR_FROM_OTHERS = new TenantId(100_001);

  @Test
  void theTraceThatWasCopiedInIsSound() {
    TestProgram program = TestProgram.shared();
    somethingWasDoneAYearAgo(program);
    program
        .bean(CityBuilder.class)
        .make(FAR_FROM_OTHERS, "u-", CitySize.LEAST, 7, "machi no kiroku 738", _ -> {});
    AuditReport report =
        new AuditCheck(program.database(), program.bean(TraceKey.class))
            .check(FAR_FROM_OTHERS, Map.of(), _ -> {});
    assertThat(report.findings()).isEmpty();
    assertThat(report.events()).isGreaterThanOrEqualTo(CitySize.of(CitySize.LEAST).events());
  }

  /** A row of a month for which nobody has made a table. */
  private static void somethingWasDoneAYearAgo(TestProgram program) {
    Instant now = program.clock().instant();
    program.clock().set(now.minus(Duration.ofDays(400)));
    program
        .database()
        .run(
            new Actor.Job(program.newTown().tenant(), "test"),
            tx -> program.bean(Trace.class).write(tx, Entry.of(Action.ADMINISTER).about("test")));
    program.clock().set(now);
  }
}
