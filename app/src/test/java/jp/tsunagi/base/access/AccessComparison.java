package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_CONTACT;
import static jp.tsunagi.schema.Tables.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagi.TestProgram;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.TestServer;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Compares the predicate and row level security with the rule written a second time: on random
 * facts they must answer the same, item by item (SECURITY: invariant 1).
 */
final class AccessComparison {
  /** Fewer in the drill {@code mutation}, which plays a town for each mutant. */
  private static final int CHILDREN = Integer.getInteger("access.children", 15);

  private static final int DAYS = Integer.getInteger("access.days", 12);

  private final TestProgram program = TestProgram.shared();

  /** The same database without row level security: what the predicate keeps by itself. */
  private final Database bare =
      new Database(TestServer.superuserSource(program.address()), program.clock());

  private final AccessMatters matters = new AccessMatters();
  private long decisions;
  private long opened;
  private long named;
  private long shown;
  private long children;

  /** A town of that seed, on random days and on those on which something opens. */
  void town(long seed) {
    AccessTown town = new AccessTown(program, seed, CHILDREN);
    for (int i = 0; i < DAYS; i++) {
      compare(town, town.day());
    }
    openings(town).forEach(day -> compare(town, day));
    AccessShowings.birthdays(town.facts).forEach(day -> compare(town, day));
    List<LocalDate> parts = parts(town);
    named += parts.size();
    parts.forEach(day -> compare(town, day));
    town.facts.urgent.stream()
        .map(one -> LocalDate.ofInstant(one.from(), ActingClock.JAPAN))
        .distinct()
        .limit(DAYS)
        .forEach(day -> compare(town, day));
  }

  /** How many answers were compared. */
  long decisions() {
    return decisions;
  }

  /** On how many days it mattered which sheet a consent names. */
  long named() {
    return named;
  }

  /** How many parts a guardian read because the person of age shows them. */
  long shown() {
    return shown;
  }

  /** Kinds of facts that decided nothing yet. */
  Set<String> missing() {
    return matters.missing();
  }

  /** For how many children the rule was asked by itself ({@link OneChild}). */
  long children() {
    return children;
  }

  /** How many facts a consent opened to somebody. */
  long opened() {
    return opened;
  }

  /** Days on which a consent to a whole category, by the rule, opens it to somebody. */
  private static List<LocalDate> openings(AccessTown town) {
    return town.facts.agreed.stream()
        .filter(one -> !one.withdrawn() && one.scope().stream().anyMatch(it -> !it.contains(" ")))
        .flatMap(one ->
            town.facts.involved.stream()
                .filter(there ->
                    there.child().equals(one.child())
                        && one.to().contains(there.organisation())
                        && one.period().overlaps(there.period()))
                .map(there ->
                    one.period().from().isAfter(there.period().from())
                        ? one.period().from()
                        : there.period().from()))
        .distinct()
        .filter(day -> opensAnything(town, day))
        .limit(DAYS)
        .toList();
  }

  private static boolean opensAnything(AccessTown town, LocalDate day) {
    return town.workers.values().stream()
        .anyMatch(who ->
            town.facts.recorded.stream()
                .anyMatch(what ->
                    AccessDice.CATEGORIES.stream()
                        .anyMatch(category -> town.facts.opened(who, what, category, day))));
  }

  /** Days on which somebody does not read a part only because it is of another sheet. */
  private static List<LocalDate> parts(AccessTown town) {
    return town.facts.agreed.stream()
        .filter(one -> one.scope().stream().anyMatch(line -> line.split(" ").length == 3))
        .flatMap(one ->
            town.facts.involved.stream()
                .filter(there ->
                    there.child().equals(one.child()) && one.period().overlaps(there.period()))
                .map(there ->
                    one.period().from().isAfter(there.period().from())
                        ? one.period().from()
                        : there.period().from()))
        .distinct()
        .filter(day -> sheetsMatter(town, day))
        .limit(DAYS)
        .toList();
  }

  private static boolean sheetsMatter(AccessTown town, LocalDate day) {
    return town.workers.values().stream()
        .anyMatch(who ->
            town.facts.things.stream()
                .filter(thing -> !town.facts.reads(who, thing, day))
                .anyMatch(thing ->
                    town.facts.things.stream()
                        .filter(other -> other.child().equals(thing.child()))
                        .anyMatch(other -> town.facts.reads(who, thing.of(other.sheet()), day))));
  }

  private void compare(AccessTown town, LocalDate today) {
    program.clock().set(today.atTime(10, 0).atZone(ActingClock.JAPAN).toInstant());
    matters.look(town, today);
    town.workers.forEach((worker, facts) -> {
      Actor.Staff actor = town.town.actor(worker);
      Set<ItemId> allowed =
          check(town, actor, today, thing -> town.facts.reads(facts, thing, today));
      children +=
          new AccessOneChild(town, program.database(), bare, decisions)
              .compare(actor, allowed, actor + " on " + today);
      cards(town, actor, today, card -> town.facts.reads(facts, card, today));
      for (Category category : AccessDice.CATEGORIES) {
        opened(town, actor, today, category, one -> town.facts.opened(facts, one, category, today));
      }
    });
    for (var guardian : town.guardians) {
      Actor actor =
          new Actor.Guardian(town.town.tenant(), guardian, AccountId.create(), "guardian");
      check(town, actor, today, thing -> town.facts.reads(guardian, thing, today));
      shown +=
          town.facts.things.stream()
              .filter(thing -> new AccessFamily(town.facts).shownTo(guardian, thing, today))
              .filter(thing -> town.facts.reads(guardian, thing, today))
              .count();
      cards(town, actor, today, _ -> false);
    }
  }

  private void cards(
      AccessTown town, Actor actor, LocalDate today, Predicate<AccessFacts.Card> rule) {
    Set<String> allowed =
        town.facts.cards.stream()
            .filter(rule)
            .map(card -> card.id().toString())
            .collect(Collectors.toSet());
    decisions += town.facts.cards.size();
    program
        .database()
        .run(
            actor,
            tx ->
                assertThat(names(tx, CHILD_CONTACT.TENANT_ID.eq(tx.tenant())))
                    .as("row level security hides too much from %s on %s", actor, today)
                    .containsAll(allowed));
    bare.run(
        actor,
        tx -> {
          Condition kept =
              Readable.kept(
                  tx, Category.LOCATION, CHILD_CONTACT.CHILD_ID, CHILD_CONTACT.ORGANISATION_ID);
          assertThat(names(tx, kept)).as("%s on %s", actor, today).isEqualTo(allowed);
        });
  }

  /** What a consent opens beside items: the places it names as givers count (住所, 保護者). */
  private void opened(
      AccessTown town,
      Actor.Staff actor,
      LocalDate today,
      Category category,
      Predicate<AccessFacts.Recorded> rule) {
    Set<ChildId> allowed =
        town.facts.recorded.stream()
            .filter(rule)
            .map(AccessFacts.Recorded::child)
            .collect(Collectors.toSet());
    decisions += town.facts.recorded.size();
    opened += allowed.size();
    bare.run(
        actor,
        tx -> {
          Condition opens =
              actor.seats().stream()
                  .map(seat ->
                      Readable.opened(
                          tx, CHILD.CHILD_ID, seat, category, CHILD.OWNER_ID.coerce(UUID.class)))
                  .reduce(DSL.falseCondition(), Condition::or);
          assertThat(
                  tx.sql()
                      .select(CHILD.CHILD_ID)
                      .from(CHILD)
                      .where(CHILD.TENANT_ID.eq(tx.tenant()))
                      .and(opens)
                      .fetchSet(CHILD.CHILD_ID))
              .as("%s opened to %s on %s", category, actor, today)
              .isEqualTo(allowed);
        });
  }

  private static Set<String> names(Tx tx, Condition condition) {
    return tx.sql()
        .select(CHILD_CONTACT.NAME)
        .from(CHILD_CONTACT)
        .where(condition)
        .fetchSet(CHILD_CONTACT.NAME);
  }

  private Set<ItemId> check(
      AccessTown town, Actor actor, LocalDate today, Predicate<AccessFacts.Thing> rule) {
    Set<ItemId> allowed =
        town.facts.things.stream()
            .filter(rule)
            .map(AccessFacts.Thing::id)
            .collect(Collectors.toSet());
    decisions += town.facts.things.size();
    program
        .database()
        .run(
            actor,
            tx ->
                assertThat(read(town, tx, ITEM.TENANT_ID.eq(tx.tenant())))
                    .as("row level security hides too much from %s on %s", actor, today)
                    .containsAll(allowed));
    bare.run(
        actor,
        tx ->
            assertThat(read(town, tx, Readable.item(tx)))
                .as("%s on %s", actor, today)
                .isEqualTo(allowed));
    return allowed;
  }

  /** Of what the town told; the evidence of its consents is kept by the program itself. */
  private static Set<ItemId> read(AccessTown town, Tx tx, Condition condition) {
    Set<ItemId> told =
        town.facts.things.stream().map(AccessFacts.Thing::id).collect(Collectors.toSet());
    Set<ItemId> found =
        tx.sql().select(ITEM.ITEM_ID).from(ITEM).where(condition).fetchSet(ITEM.ITEM_ID);
    found.retainAll(told);
    return found;
  }
}
