package jp.tsunagi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementLogTest {
  private static final String LOG =
      """
      2026-11-28 11:03:24.753 UTC [12265] LOG:  checkpoint starting: time
      bench 7 app LOG:  execute <unnamed>: BEGIN
      bench 8 app LOG:  execute S_1: BEGIN
      bench 7 app LOG:  execute <unnamed>: set local app.actor_kind = 'STAFF'
      bench 7 app LOG:  execute S_9/C_10: select a
      \tfrom b where c = $1 and d = $2
      bench 7 app DETAIL:  Parameters: $1 = 'it''s
      \ttwo lines', $2 = NULL
      bench 9 postgres LOG:  statement: select pg_reload_conf()
      bench 8 app LOG:  statement: set local app.actor_kind = 'JOB'
      bench 8 app LOG:  execute S_2: update e set f = 1
      bench 7 app LOG:  execute S_3: insert into g values ($1)
      bench 7 app DETAIL:  Parameters: $1 = 'x'
      bench 7 app LOG:  execute S_4: COMMIT
      bench 8 app LOG:  execute S_4: ROLLBACK
      """;

  @Test
  void readsTransactionsWithTheirValues() {
    List<List<Statement>> all = StatementLog.transactions(LOG, "app");
    assertThat(all).hasSize(1);
    List<Statement> one = all.getFirst();
    assertThat(one)
        .containsExactly(
            new Statement("set local app.actor_kind = 'STAFF'", List.of()),
            new Statement(
                "select a\nfrom b where c = $1 and d = $2",
                java.util.Arrays.asList("it's\ntwo lines", null)),
            new Statement("insert into g values ($1)", List.of("x")));
    assertThat(one).extracting(Statement::isSetting).containsExactly(true, false, false);
    assertThat(
            new Statement("set transaction isolation level repeatable read", List.of()).isSetting())
        .isTrue();
  }

  @Test
  void knowsWorkOfTheProgramItself() {
    assertThat(new Statement("set local app.actor_kind = 'JOB'", List.of()).isOfTheProgram())
        .isTrue();
    assertThat(new Statement("set local app.actor_kind = 'STAFF'", List.of()).isOfTheProgram())
        .isFalse();
  }

  @Test
  void valuesThatAreNotWholeAreRefused() {
    assertThatThrownBy(() -> StatementLog.values("$1 = 'a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StatementLog.values("$1 = a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StatementLog.values("nothing"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(StatementLog.values("$1 = '', $2 = NULL, $3 = ''''"))
        .isEqualTo(java.util.Arrays.asList("", null, "'"));
  }

  @Test
  void becomesWhatTheDriverTakes() {
    Statement statement =
        new Statement("select '$1 ?', x ? 'k' from t where a = $12::uuid and b = $3", List.of());
    assertThat(statement.prepared())
        .isEqualTo("select '$1 ?', x ?? 'k' from t where a = ?::uuid and b = ?");
  }

  @Test
  void idsThatTheRequestMadeAreMadeAnew() {
    String old = "0197a1b2-0000-7000-8000-00000000000a";
    String made = "01a221d7-5005-7498-a117-b0c7e12e83da";
    FreshIds ids = new FreshIds(Instant.ofEpochMilli(0x01a221d75000L));
    String first = ids.in(made);
    assertThat(first).isNotEqualTo(made).startsWith("01a221d7-5005-7").hasSize(36);
    assertThat(ids.in("{" + made + "," + old + "}")).isEqualTo("{" + first + "," + old + "}");
    ids.again();
    assertThat(ids.in(made)).isNotEqualTo(first);
    assertThat(ids.in(null)).isNull();
  }
}
