package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_CONTACT;
import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static jp.tsunagi.schema.Tables.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * The rule asked once for one child says what it says of many ({@link OneChild}), without row level
 * security and through it, and opens nothing of another child.
 */
final class AccessOneChild {
  private static final int CHILDREN = 2;
  private static final int FACTS = Integer.getInteger("access.facts", 16);
  private static final String SECTION = "profile/contact";

  private final AccessTown town;
  private final Database guarded;
  private final Database bare;
  private final Random dice;

  AccessOneChild(AccessTown town, Database guarded, Database bare, long seed) {
    this.town = town;
    this.guarded = guarded;
    this.bare = bare;
    this.dice = new Random(seed);
  }

  /**
   * Compares for a few children of those the actor reads, and one of the others.
   *
   * @return how many children were compared
   */
  int compare(Actor.Staff actor, Set<ItemId> allowed, String of) {
    Set<ChildId> known =
        bare.call(
            actor,
            tx ->
                tx.sql()
                    .select(CHILD.CHILD_ID)
                    .from(CHILD)
                    .where(Readable.child(tx))
                    .fetchSet(CHILD.CHILD_ID));
    List<ChildId> asked = new ArrayList<>(known);
    java.util.Collections.shuffle(asked, dice);
    asked.stream()
        .limit(CHILDREN)
        .forEach(child -> {
          // the facts are some hundred questions: now and then
          Set<String> facts =
              dice.nextInt(FACTS) == 0 ? bare.call(actor, tx -> facts(tx, actor, child)) : Set.of();
          one(dice.nextBoolean() ? guarded : bare, actor, child, allowed, facts, of);
        });
    town.facts.things.stream()
        .map(AccessFacts.Thing::child)
        .filter(child -> !known.contains(child))
        .findFirst()
        .ifPresent(child ->
            assertThatThrownBy(() -> guarded.run(actor, tx -> OneChild.within(tx, child, _ -> 0)))
                .as("%s opened to %s", child, of)
                .isInstanceOf(NotFound.class));
    return Math.min(CHILDREN, asked.size());
  }

  private void one(
      Database database,
      Actor.Staff actor,
      ChildId child,
      Set<ItemId> allowed,
      Set<String> facts,
      String of) {
    Set<ItemId> expected =
        town.facts.things.stream()
            .filter(thing -> thing.child().equals(child))
            .map(AccessFacts.Thing::id)
            .filter(allowed::contains)
            .collect(Collectors.toSet());
    database.run(
        actor,
        tx ->
            OneChild.within(
                tx,
                child,
                _ -> {
                  assertThat(items(tx)).as("one child to %s", of).isEqualTo(expected);
                  if (!facts.isEmpty()) {
                    assertThat(facts(tx, actor, child))
                        .as("facts of one child to %s", of)
                        .isEqualTo(facts);
                  }
                  return 0;
                }));
  }

  private Set<ItemId> items(Tx tx) {
    Set<ItemId> told =
        town.facts.things.stream().map(AccessFacts.Thing::id).collect(Collectors.toSet());
    Set<ItemId> found =
        tx.sql().select(ITEM.ITEM_ID).from(ITEM).where(Readable.item(tx)).fetchSet(ITEM.ITEM_ID);
    found.retainAll(told);
    return found;
  }

  /** Every condition there is beside items, with its answer for each author. */
  private Set<String> facts(Tx tx, Actor.Staff actor, ChildId id) {
    Field<ChildId> child = val(id, CHILD.CHILD_ID);
    List<Field<Boolean>> asked = new ArrayList<>();
    for (UUID author : authors()) {
      Field<UUID> by = val(author);
      for (Category category : AccessDice.CATEGORIES) {
        asked.add(ask(category + " " + author, Readable.fact(tx, category, child, by)));
        asked.add(
            ask(
                category + " " + SECTION + " " + author,
                Readable.fact(tx, category, child, by, SECTION)));
        for (Seat seat : actor.seats()) {
          asked.add(
              ask(
                  category + " opened to " + seat.assignment() + " " + author,
                  Readable.opened(tx, child, seat, category, by)));
        }
      }
      asked.add(ask("place of " + author, Readable.place(tx, child, by)));
    }
    asked.add(ask("concealed", Compartments.concealed(tx, child)));
    asked.add(ask("hidden", Compartments.hiding(tx, child)));
    asked.add(ask("reached", Readable.reached(tx, child, actor.assignments())));
    asked.add(ask("running", Readable.running(tx, child, actor.assignments())));
    var answer = tx.sql().select(asked).fetchSingle();
    Set<String> answers = new TreeSet<>();
    asked.forEach(one -> answers.add(one.getName() + ": " + answer.get(one)));
    answers.addAll(
        tx.sql()
            .select(CHILD_CONTACT.NAME)
            .from(CHILD_CONTACT)
            .where(CHILD_CONTACT.CHILD_ID.eq(id))
            .and(Readable.kept(tx, Category.LOCATION, child, CHILD_CONTACT.ORGANISATION_ID))
            .fetch(CHILD_CONTACT.NAME));
    answers.addAll(
        tx.sql()
            .select(COMPARTMENT.COMPARTMENT_ID)
            .from(COMPARTMENT)
            .where(COMPARTMENT.CHILD_ID.eq(id))
            .and(Compartments.member(tx, COMPARTMENT.COMPARTMENT_ID))
            .fetch(one -> one.value1().toString()));
    return answers;
  }

  private static Field<Boolean> ask(String what, Condition condition) {
    return field(condition).as(what);
  }

  private List<UUID> authors() {
    return town.facts.things.stream().map(AccessFacts.Thing::author).distinct().limit(3).toList();
  }
}
