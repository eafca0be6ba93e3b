package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.ACCESS_GRANT;
import static jp.tsunagi.schema.Tables.REACH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

/** Several facts at once lead to the same reach and grants as one after the other (ADR 2). */
class TogetherTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final Involvements involvements = program.bean(Involvements.class);

  private static List<Map<String, Object>> rows(Tx tx, Table<?> table) {
    return tx.sql().select().from(table).fetchMaps();
  }

  @Test
  void whatFollowsIsWorkedOutOnceAtTheEndAndIsTheSame() {
    var nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
    var school = town.organisation(OrganisationKind.ELEMENTARY, "みどり台小学校");
    town.worker(nursery, PostKind.NURSERY_HEAD, "桜田 めぐみ");
    town.worker(school, PostKind.PRINCIPAL, "牧野 ひろこ");
    ChildId child =
        new TestChildren(program, town)
            .add(
                nursery,
                InvolvementKind.ENROLMENT,
                "白石",
                "しらいし",
                "空",
                "そら",
                LocalDate.of(2020, 1, 1));
    ClassId room = town.schoolClass(nursery, 2026, "ぞう組");
    Period past = Period.through(LocalDate.of(2024, 4, 1), LocalDate.of(2025, 3, 31));
    program
        .database()
        .run(
            new Actor.Job(town.tenant(), "test"),
            tx -> {
              int before = reached(tx, child);
              tx.together(() -> {
                involvements.open(tx, child, school, InvolvementKind.ENROLMENT, past);
                assertThat(reached(tx, child)).isEqualTo(before);
                involvements.open(
                    tx, child, school, InvolvementKind.VISIT, Period.since(tx.today()));
                assertThat(reached(tx, child)).isEqualTo(before);
              });
              assertThat(reached(tx, child)).isGreaterThan(before);
              var together = rows(tx, REACH);
              var grants = rows(tx, ACCESS_GRANT);
              // one more change that changes nothing: every row stays, none is doubled
              tx.sql().deleteFrom(REACH).execute();
              involvements.place(
                  tx,
                  involvements.of(tx, child).getFirst(),
                  room,
                  Optional.empty(),
                  Period.since(LocalDate.of(2026, 4, 1)));
              assertThat(rows(tx, REACH)).containsExactlyInAnyOrderElementsOf(together);
              assertThat(rows(tx, ACCESS_GRANT)).containsExactlyInAnyOrderElementsOf(grants);
            });
  }

  private static int reached(Tx tx, ChildId child) {
    return tx.sql().fetchCount(REACH, REACH.CHILD_ID.eq(child));
  }
}
