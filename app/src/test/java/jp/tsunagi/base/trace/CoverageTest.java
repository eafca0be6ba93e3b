package jp.tsunagi.base.trace;

import static jp.tsunagi.schema.Tables.TENANT_SETTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request that changes something without the row its route states changes nothing. */
class CoverageTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final Actor.Staff actor =
      town.actor(
          town.worker(
              town.organisation(OrganisationKind.CENTRE, "はぐくみ"), PostKind.COUNSELLOR, "水野 ことね"));

  @Traced(Action.ADMINISTER)
  void change() {}

  @Traced({Action.SAVE_DRAFT, Action.VIEW_SHEET})
  void save() {}

  @Traced(value = Action.REGISTER_CHILD, onlyTyped = true)
  void register() {}

  private static void begin(String route) {
    try {
      Coverage.begin(CoverageTest.class.getDeclaredMethod(route).getAnnotation(Traced.class));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void end() {
    Coverage.end();
  }

  private void set(Tx tx) {
    tx.sql()
        .insertInto(TENANT_SETTING)
        .set(TENANT_SETTING.TENANT_ID, tx.tenant())
        .set(TENANT_SETTING.NAME, "test")
        .set(TENANT_SETTING.VALUE, "1")
        .execute();
  }

  private void trace(Tx tx, Action action) {
    program.bean(Trace.class).write(tx, Entry.of(action));
  }

  private List<String> kept() {
    return town.call(tx ->
        tx.sql()
            .selectFrom(TENANT_SETTING)
            .where(TENANT_SETTING.TENANT_ID.eq(tx.tenant()))
            .fetch(TENANT_SETTING.NAME));
  }

  @Test
  void aChangeWithoutItsRowIsTakenBack() {
    begin("change");
    assertThatThrownBy(() -> program.database().run(actor, this::set))
        .isInstanceOf(IllegalStateException.class);
    assertThat(kept()).isEmpty();
    assertThat(Coverage.holds(false)).isFalse();
  }

  @Test
  void aRowOfSomethingElseIsNotTheRow() {
    begin("save");
    assertThatThrownBy(() ->
            program
                .database()
                .run(
                    actor,
                    tx -> {
                      set(tx);
                      trace(tx, Action.VIEW_SHEET);
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(kept()).isEmpty();
    assertThat(town.trace(Action.VIEW_SHEET)).isEmpty();
  }

  @Test
  void withItsRowItIsKept() {
    begin("change");
    program
        .database()
        .run(
            actor,
            tx -> {
              set(tx);
              trace(tx, Action.ADMINISTER);
            });
    assertThat(kept()).containsExactly("test");
    assertThat(Coverage.holds(false)).isTrue();
  }

  @Test
  void aRefusalShowsNothingOfAChildOrHasARowOfAView() {
    begin("change");
    assertThat(Coverage.holds(true)).as("no child there").isTrue();
    begin("register");
    assertThat(Coverage.holds(true)).as("only what was typed").isTrue();
    begin("save");
    assertThat(Coverage.holds(true)).isFalse();
    program.database().run(actor, tx -> trace(tx, Action.VIEW_SHEET));
    assertThat(Coverage.holds(true)).isTrue();
    Coverage.begin(null);
    assertThat(Coverage.holds(true)).as("a route that states nothing").isFalse();
  }
}
