package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.TestProgram;
import jp.tsunagi.base.access.Explanation.Subject;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is explained is what is readable: on random facts, item by item (F2). */
class ExplanationTest {
  private static final int CHILDREN = 12;
  private static final int DAYS = 8;

  private final TestProgram program = TestProgram.shared();

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void thereIsAnExplanationExactlyForWhatIsReadable(long seed) {
    AccessTown town = new AccessTown(program, seed, CHILDREN);
    long explained = 0;
    List<LocalDate> days =
        Stream.concat(
                Stream.generate(town::day).limit(DAYS),
                town.facts.urgent.stream()
                    .map(one -> LocalDate.ofInstant(one.from(), ActingClock.JAPAN))
                    .limit(DAYS))
            .toList();
    for (LocalDate today : days) {
      program.clock().set(today.atTime(10, 0).atZone(ActingClock.JAPAN).toInstant());
      for (var worker : town.workers.keySet()) {
        Actor.Staff actor = town.town.actor(worker);
        explained += compare(town, actor, today);
      }
    }
    assertThat(explained).as("readable items compared").isPositive();
  }

  /** The same for guardians, around the 18th birthdays too. */
  @ParameterizedTest
  @ValueSource(longs = {13, 14})
  void thereIsAReasonExactlyForWhatAGuardianReads(long seed) {
    AccessTown town = new AccessTown(program, seed, CHILDREN);
    Set<Class<?>> kinds = new java.util.HashSet<>();
    List<LocalDate> days =
        Stream.concat(
                Stream.generate(town::day).limit(DAYS),
                AccessShowings.birthdays(town.facts).stream())
            .toList();
    for (LocalDate today : days) {
      program.clock().set(today.atTime(10, 0).atZone(ActingClock.JAPAN).toInstant());
      for (var guardian : town.guardians) {
        var actor =
            new Actor.Guardian(town.town.tenant(), guardian, AccountId.create(), "guardian");
        program.database().run(actor, tx -> kinds.addAll(reasons(tx, actor, today)));
      }
    }
    assertThat(kinds)
        .as("every kind of reason")
        .containsExactlyInAnyOrder(
            FamilyReason.Own.class, FamilyReason.Deciding.class, FamilyReason.Shown.class);
  }

  private static List<Class<?>> reasons(Tx tx, Actor.Guardian actor, LocalDate today) {
    Set<ItemId> readable =
        tx.sql().select(ITEM.ITEM_ID).from(ITEM).where(Readable.item(tx)).fetchSet(ITEM.ITEM_ID);
    var reasons = FamilyReasonSql.of(tx, actor, ITEM.TENANT_ID.eq(tx.tenant()));
    assertThat(
            reasons.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()))
        .as("%s on %s", actor, today)
        .isEqualTo(readable);
    return reasons.values().stream()
        .flatMap(List::stream)
        .<Class<?>>map(Object::getClass)
        .distinct()
        .toList();
  }

  private long compare(AccessTown town, Actor.Staff actor, LocalDate today) {
    return program
        .database()
        .call(
            actor,
            tx -> {
              Set<ItemId> readable =
                  tx.sql()
                      .select(ITEM.ITEM_ID)
                      .from(ITEM)
                      .where(Readable.item(tx))
                      .and(ITEM.KIND.eq("SHEET"))
                      .fetchSet(ITEM.ITEM_ID);
              Map<ChildId, Explanation.Facts> facts = facts(tx);

              Set<ItemId> explained =
                  town.facts.things.stream()
                      .filter(thing ->
                          !Explanation.of(
                                  actor, subject(town, actor, thing), of(facts, thing), today)
                              .isEmpty())
                      .map(AccessFacts.Thing::id)
                      .collect(Collectors.toSet());
              assertThat(explained).as("%s on %s", actor, today).isEqualTo(readable);
              return (long) readable.size();
            });
  }

  private static Explanation.Facts of(
      Map<ChildId, Explanation.Facts> facts, AccessFacts.Thing thing) {
    return facts.getOrDefault(thing.child(), new Explanation.Facts(List.of(), List.of(), false));
  }

  /** As the pages read them: with the child, in one statement. */
  private static Map<ChildId, Explanation.Facts> facts(Tx tx) {
    var grants = ExplanationSql.grants(tx, CHILD.CHILD_ID);
    var reaches = ExplanationSql.reaches(tx, CHILD.CHILD_ID);
    var concealed = ExplanationSql.concealed(tx, CHILD.CHILD_ID);
    Map<ChildId, Explanation.Facts> facts = new HashMap<>();
    tx.sql()
        .select(CHILD.CHILD_ID, grants, reaches, concealed)
        .from(CHILD)
        .where(Readable.child(tx))
        .forEach(row ->
            facts.put(
                row.value1(), new Explanation.Facts(row.value2(), row.value3(), row.value4())));
    return facts;
  }

  private static Subject subject(AccessTown town, Actor.Staff actor, AccessFacts.Thing thing) {
    boolean writes =
        Set.of("DRAFT", "IN_APPROVAL").contains(thing.state())
            && thing.writer().filter(actor.staff().value()::equals).isPresent();
    return new Subject(
        thing.category(),
        thing.byOrganisation() ? "ORGANISATION" : "GUARDIAN",
        thing.author(),
        Optional.of(thing.section()),
        Optional.of(thing.sheet()),
        thing.state(),
        thing.latest(),
        new Explanation.Hand(writes, town.facts.approving(thing)),
        town.facts.compartments.stream()
            .anyMatch(one ->
                one.items().contains(thing.id()) && !one.named().contains(actor.staff().value())),
        false);
  }
}
