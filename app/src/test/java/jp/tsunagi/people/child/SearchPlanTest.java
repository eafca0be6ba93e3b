package jp.tsunagi.people.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.TestServer;
import jp.tsunagi.base.name.SearchQuery;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** Searching among 20,000 children goes by the indexes of keys and reach. */
class SearchPlanTest {
  private static final String CROWD =
      """
      insert into child (tenant_id, child_id, birth_date, sex, standing, owner_id, interpreter, created_at)
        select %1$d, gen_random_uuid(), date '2015-04-02' + (n %% 3000), 'UNSTATED', 'OWN', '%2$s', false, now()
        from generate_series(1, 20000) n;
      insert into child_key (tenant_id, key, child_id)
        select tenant_id, 'n' || translate(substr(md5(child_id::text), 1, 8), '0123456789abcdef',
          '\u30A2\u30AB\u30B5\u30BF\u30CA\u30CF\u30DE\u30E4\u30E9\u30EF\u30A4\u30AD\u30B7\u30C1\u30CB\u30D2'), child_id
        from child where tenant_id = %1$d;
      insert into child_key (tenant_id, key, child_id)
        select tenant_id, 'd' || birth_date, child_id from child where tenant_id = %1$d
        on conflict do nothing;
      insert into reach (tenant_id, assignment_id, child_id, kind, valid_from, valid_to)
        select tenant_id, '%3$s', child_id, 'RUNNING', date '2015-01-01', date '9999-01-01'
        from child where tenant_id = %1$d and substr(md5(child_id::text), 32, 1) in ('0', '1')
        on conflict do nothing;
      analyze child; analyze child_key; analyze reach;
      """;

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();

  @Test
  void noTableOfChildrenIsReadFromEndToEnd() throws SQLException {
    var centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ");
    var worker = town.worker(centre, PostKind.COUNSELLOR, "水野 ことね");
    ChildId one =
        new TestChildren(program, town)
            .add(
                centre,
                InvolvementKind.CONSULTATION,
                "青空",
                "あおぞら",
                "ひなた",
                "ひなた",
                LocalDate.of(2021, 4, 2));
    try (var superuser = TestServer.superuser(program.address());
        var statement = superuser.createStatement()) {
      statement.execute(
          CROWD.formatted(town.tenant().value(), centre.value(), worker.assignment().value()));
    }
    Actor.Staff actor = town.actor(worker);
    for (String typed : new String[] {"あおぞら", "あお", "青空", "R3.4.2", "あお R3.4.2"}) {
      program
          .database()
          .run(
              actor,
              tx -> {
                var query = SearchQuery.parse(typed, tx.today());
                String plan = tx.sql().explain(SearchSql.plan(tx, query, Optional.empty())).plan();
                assertThat(plan)
                    .as(typed)
                    .doesNotContain("Seq Scan on child")
                    .doesNotContain("Seq Scan on reach")
                    .contains("child_key_");
                assertThat(SearchSql.hits(tx, query, Optional.empty()))
                    .as(typed)
                    .extracting(SearchSql.Hit::child)
                    .contains(one);
              });
    }
  }
}
