package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Field;
import org.junit.jupiter.api.Test;

/** How a page asks the rule once for one child (docs/adr/0015-one-child-is-asked-once.md). */
class OneChildTest {
  private static final TestProgram PROGRAM = TestProgram.shared();
  private static final OneChildTown TOWN = new OneChildTown();

  private final TestTown town = TOWN.town;
  private final TestTown.Worker counsellor = TOWN.counsellor;
  private final ChildId first = TOWN.first;
  private final ChildId second = TOWN.second;
  private final ChildId elsewhere = TOWN.elsewhere;

  /** Does something as the counsellor while the rule is asked for that child alone. */
  private void inside(ChildId child, Consumer<Tx> work) {
    PROGRAM
        .database()
        .run(
            town.actor(counsellor),
            tx ->
                OneChild.within(
                    tx,
                    child,
                    _ -> {
                      work.accept(tx);
                      return 0;
                    }));
  }

  private static Set<ChildId> readable(Tx tx) {
    return tx.sql()
        .select(CHILD.CHILD_ID)
        .from(CHILD)
        .where(Readable.child(tx))
        .fetchSet(CHILD.CHILD_ID);
  }

  private static Set<ChildId> through(Tx tx) {
    return tx.sql().select(CHILD.CHILD_ID).from(CHILD).fetchSet(CHILD.CHILD_ID);
  }

  private static String open(Tx tx) {
    return tx.sql()
        .select(field("coalesce(current_setting('app.child', true), '')", String.class))
        .fetchSingle()
        .value1();
  }

  private static boolean asked(Tx tx, org.jooq.Condition condition) {
    return tx.sql().select(field(condition)).fetchSingle().value1();
  }

  @Test
  void opensNothingOfAnotherChild() {
    inside(
        first,
        tx -> {
          assertThat(readable(tx)).containsExactly(first);
          Field<ChildId> other = val(second, CHILD.CHILD_ID);
          assertThat(asked(tx, Readable.child(tx, other))).isFalse();
          assertThat(asked(tx, Compartments.concealed(tx, other))).isTrue();
          assertThat(asked(tx, Compartments.hiding(tx, other))).isTrue();
          // row level security is what it is without: all in reach
          assertThat(through(tx)).contains(first, second).doesNotContain(elsewhere);
        });
  }

  @Test
  void whoDoesNotReachTheChildGetsNone() {
    assertThatThrownBy(() -> inside(elsewhere, _ -> {})).isInstanceOf(NotFound.class);
  }

  @Test
  void oneChildAtATime() {
    assertThatThrownBy(() -> inside(first, tx -> OneChild.within(tx, second, _ -> 0)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void isForStaff() {
    assertThatThrownBy(() -> town.run(tx -> OneChild.within(tx, first, _ -> 0)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void somebodyElseHasNothingOpen() {
    inside(
        first,
        tx -> {
          assertThat(open(tx)).isEqualTo(first.toString());
          tx.as(
              new Actor.Job(town.tenant(), "test"),
              () -> {
                assertThat(open(tx)).isEmpty();
                assertThat(readable(tx)).contains(first, second, elsewhere);
                return 0;
              });
          assertThat(open(tx)).isEmpty();
          assertThat(readable(tx)).containsExactly(first);
        });
  }

  @Test
  void aChangeOfFactsIsAskedAboutAnew() {
    inside(
        first,
        tx -> {
          tx.together(() -> {});
          assertThat(open(tx)).isEmpty();
          assertThat(readable(tx)).contains(first, second).doesNotContain(elsewhere);
        });
  }

  /** What is hidden while a page is put together: the page shows neither less nor more of it. */
  @Test
  void readsOneInstant() {
    ChildId child = TOWN.child(counsellor.organisation());
    inside(
        child,
        tx -> {
          Thread meanwhile = Thread.ofVirtual().start(() -> hideAndMove(child));
          try {
            meanwhile.join();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          assertThat(asked(tx, Compartments.hiding(tx, val(child, CHILD.CHILD_ID)))).isFalse();
          assertThat(languages(tx, child)).containsExactly((String) null);
        });
    inside(
        child,
        tx -> {
          assertThat(asked(tx, Compartments.hiding(tx, val(child, CHILD.CHILD_ID)))).isTrue();
          assertThat(languages(tx, child)).containsExactly("vi");
        });
  }

  private static List<String> languages(Tx tx, ChildId child) {
    return tx.sql()
        .select(CHILD.HOME_LANGUAGE)
        .from(CHILD)
        .where(Readable.child(tx))
        .and(CHILD.CHILD_ID.eq(child))
        .fetch(CHILD.HOME_LANGUAGE);
  }

  private void hideAndMove(ChildId child) {
    town.run(tx -> {
      tx.sql()
          .insertInto(COMPARTMENT)
          .set(COMPARTMENT.TENANT_ID, tx.tenant())
          .set(COMPARTMENT.COMPARTMENT_ID, UUID.randomUUID())
          .set(COMPARTMENT.CHILD_ID, child)
          .set(COMPARTMENT.KIND, "HIDDEN_ADDRESS")
          .set(COMPARTMENT.REASON, "OTHER")
          .set(COMPARTMENT.ORGANISATION_ID, counsellor.organisation())
          .set(COMPARTMENT.OPENED_BY, counsellor.staff().value())
          .set(COMPARTMENT.OPENED_AT, tx.now().atOffset(ZoneOffset.UTC))
          .execute();
      tx.sql()
          .update(CHILD)
          .set(CHILD.HOME_LANGUAGE, "vi")
          .where(CHILD.TENANT_ID.eq(tx.tenant()))
          .and(CHILD.CHILD_ID.eq(child))
          .execute();
    });
  }
}
