package jp.tsunagi.base.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.ground.ScopeLine;

/** What stands beside consent and involvement: blocks, objections, emergencies, grounds in law. */
record AccessExceptions(
    Random random,
    AccessDice dice,
    AccessFacts facts,
    Map<TestTown.Worker, AccessFacts.Worker> workers,
    List<OrganisationId> organisations,
    TestTown.Worker desk) {

  /** All that reach follows from: it is worked out when somebody begins to deal with the child. */
  void before(Tx tx, ChildId child, List<SheetId> sheets) {
    blocks(tx, child);
    emergencies(tx, child);
    laws(tx, child, sheets);
  }

  /** Now and then somebody, or everybody at a place, is kept from seeing the child. */
  private void blocks(Tx tx, ChildId child) {
    for (int i = random.nextInt(4) == 0 ? 2 : 0; i > 0; i--) {
      boolean one = random.nextBoolean();
      AccessFacts.Blocked block =
          new AccessFacts.Blocked(
              child,
              one
                  ? Optional.of(dice.pick(List.copyOf(workers.values())).staff())
                  : Optional.empty(),
              one ? Optional.empty() : Optional.of(dice.pick(organisations)),
              dice.period());
      AccessBlocks.put(tx, block, desk.staff());
      facts.blocked.add(block);
    }
  }

  /** Now and then somebody does not want a category or a section to be read, by some or by all. */
  void objections(Tx tx, ChildId child) {
    for (int i = random.nextInt(3); i > 0; i--) {
      List<ScopeLine> scope = dice.scope();
      AccessFacts.Objected objection =
          new AccessFacts.Objected(
              child,
              AccessDice.words(scope),
              random.nextBoolean() ? Optional.empty() : Optional.of(dice.some(organisations)),
              dice.period());
      AccessObjections.put(tx, objection, scope);
      facts.objected.add(objection);
    }
  }

  /** Now and then somebody opens the record around ten o'clock; some of it is over by then. */
  private void emergencies(Tx tx, ChildId child) {
    for (int i = random.nextInt(3); i > 0; i--) {
      TestTown.Worker who = dice.pick(List.copyOf(workers.keySet()));
      facts.urgent.add(AccessEmergencies.put(tx, child, who, dice.day(), random.nextInt(121)));
    }
  }

  private void laws(Tx tx, ChildId child, List<SheetId> sheets) {
    if (random.nextInt(2) == 0) {
      List<ScopeLine> scope = dice.scope(sheets);
      AccessFacts.Lawful ground =
          new AccessFacts.Lawful(
              child,
              dice.pick(organisations),
              random.nextBoolean() ? Optional.empty() : Optional.of(dice.pick(organisations)),
              AccessDice.words(scope),
              random.nextBoolean(),
              dice.closed());
      AccessLaws.put(tx, ground, scope, desk);
      facts.lawful.add(ground);
    }
  }
}
